#pragma once

#include "wiced_network.h"
#include "wiced_sim_absent.h"

typedef enum
{
    WICED_USE_EXTERNAL_DHCP_SERVER = 0,
    WICED_USE_STATIC_IP = 1,
    WICED_USE_INTERNAL_DHCP_SERVER = 2,
    WICED_USE_EXTERNAL_DHCP_SERVER_RESTORE = 3
} wiced_network_config_t;

typedef void ( *wiced_network_link_callback_t )( void* arg );

wiced_result_t wiced_init( void );
wiced_result_t wiced_deinit( void );

wiced_result_t wiced_network_up( wiced_interface_t interface, wiced_network_config_t config, const wiced_ip_setting_t* ip_settings );
wiced_result_t wiced_network_down( wiced_interface_t interface );
wiced_bool_t wiced_network_is_up( wiced_interface_t interface );
wiced_bool_t wiced_network_is_ip_up( wiced_interface_t interface );
wiced_result_t wiced_network_up_default( wiced_interface_t* interface, const wiced_ip_setting_t* ap_ip_settings );
wiced_result_t wiced_network_register_link_callback( wiced_network_link_callback_t link_up_callback, void* link_up_arg, wiced_network_link_callback_t link_down_callback, void* link_down_arg, wiced_interface_t interface );
wiced_result_t wiced_network_deregister_link_callback( wiced_network_link_callback_t link_up_callback, wiced_network_link_callback_t link_down_callback, wiced_interface_t interface );
wiced_result_t wiced_network_set_hostname( const char* name );
wiced_result_t wiced_network_get_hostname( wiced_hostname_t* name );

WICED_SIM_NOT_SIMULATED( wiced_network_suspend, "power saving" );
WICED_SIM_NOT_SIMULATED( wiced_network_resume, "power saving" );
WICED_SIM_NOT_SIMULATED( wiced_network_powersave_enable, "power saving" );
WICED_SIM_NOT_SIMULATED( wiced_configure_device, "the web page that configures a device" );
WICED_SIM_NOT_SIMULATED( wiced_join_ap, "joining apart from wiced_network_up" );
WICED_SIM_NOT_SIMULATED( wiced_join_ap_specific, "joining apart from wiced_network_up" );
WICED_SIM_NOT_SIMULATED( wiced_leave_ap, "leaving apart from wiced_network_down" );
WICED_SIM_NOT_SIMULATED( wiced_start_ap, "an access point apart from wiced_network_up" );
WICED_SIM_NOT_SIMULATED( wiced_stop_ap, "an access point apart from wiced_network_down" );
