#include "wiced.h"

#include "conformance.h"

FUNCTION( wiced_init, wiced_result_t ( * )( void ) );
FUNCTION( wiced_deinit, wiced_result_t ( * )( void ) );
FUNCTION( wiced_network_up, wiced_result_t ( * )( wiced_interface_t, wiced_network_config_t, const wiced_ip_setting_t* ) );
FUNCTION( wiced_network_down, wiced_result_t ( * )( wiced_interface_t ) );
FUNCTION( wiced_network_is_up, wiced_bool_t ( * )( wiced_interface_t ) );
FUNCTION( wiced_network_is_ip_up, wiced_bool_t ( * )( wiced_interface_t ) );
FUNCTION( wiced_network_up_default, wiced_result_t ( * )( wiced_interface_t*, const wiced_ip_setting_t* ) );
FUNCTION( wiced_network_register_link_callback, wiced_result_t ( * )( wiced_network_link_callback_t, void*, wiced_network_link_callback_t, void*, wiced_interface_t ) );
FUNCTION( wiced_network_set_hostname, wiced_result_t ( * )( const char* ) );
FUNCTION( wiced_network_get_hostname, wiced_result_t ( * )( wiced_hostname_t* ) );
FUNCTION( wiced_wifi_get_mac_address, wiced_result_t ( * )( wiced_mac_t* ) );
FUNCTION( wiced_ip_get_ipv4_address, wiced_result_t ( * )( wiced_interface_t, wiced_ip_address_t* ) );
FUNCTION( wiced_ip_get_netmask, wiced_result_t ( * )( wiced_interface_t, wiced_ip_address_t* ) );
FUNCTION( wiced_ip_get_gateway_address, wiced_result_t ( * )( wiced_interface_t, wiced_ip_address_t* ) );
FUNCTION( wiced_hostname_lookup, wiced_result_t ( * )( const char*, wiced_ip_address_t*, uint32_t, wiced_interface_t ) );
FUNCTION( wiced_ping, wiced_result_t ( * )( wiced_interface_t, const wiced_ip_address_t*, uint32_t, uint32_t* ) );
FUNCTION( wiced_network_deregister_link_callback, wiced_result_t ( * )( wiced_network_link_callback_t, wiced_network_link_callback_t, wiced_interface_t ) );

TYPE( wiced_network_link_callback_t, void ( * )( void* ) );
