/* wiced_management.h, wiced_wifi.h and the addresses of wiced_tcpip.h. */
#include "sim.h"
#include "wiced.h"

/* Settings, which may be NULL, as four slots. */
#define SIM_SETTINGS( s )                                                                          \
    ( s ) != NULL, ( s ) != NULL ? ( s )->ip_address.ip.v4 : 0,                                    \
        ( s ) != NULL ? ( s )->netmask.ip.v4 : 0, ( s ) != NULL ? ( s )->gateway.ip.v4 : 0

wiced_result_t wiced_network_up( wiced_interface_t interface, wiced_network_config_t config, const wiced_ip_setting_t* ip_settings )
{
    return (wiced_result_t) SIM_CALL( WICED_NETWORK_UP, interface, config, SIM_SETTINGS( ip_settings ) );
}

wiced_result_t wiced_network_down( wiced_interface_t interface )
{
    return (wiced_result_t) SIM_CALL( WICED_NETWORK_DOWN, interface );
}

wiced_bool_t wiced_network_is_up( wiced_interface_t interface )
{
    return (wiced_bool_t) SIM_CALL( WICED_NETWORK_IS_UP, interface );
}

wiced_bool_t wiced_network_is_ip_up( wiced_interface_t interface )
{
    return (wiced_bool_t) SIM_CALL( WICED_NETWORK_IS_IP_UP, interface );
}

wiced_result_t wiced_network_up_default( wiced_interface_t* interface, const wiced_ip_setting_t* ap_ip_settings )
{
    int64_t        slots[] = { WICED_INTERFACE_MAX, SIM_SETTINGS( ap_ip_settings ) };
    wiced_result_t result  = (wiced_result_t) SIM_CALL_SLOTS( WICED_NETWORK_UP_DEFAULT, slots );

    if ( interface != NULL && slots[0] != WICED_INTERFACE_MAX )
    {
        *interface = (wiced_interface_t) slots[0];
    }
    return result;
}

wiced_result_t wiced_network_register_link_callback( wiced_network_link_callback_t link_up_callback, void* link_up_callback_arg, wiced_network_link_callback_t link_down_callback, void* link_down_callback_arg, wiced_interface_t interface )
{
    return (wiced_result_t) SIM_CALL( WICED_NETWORK_REGISTER_LINK_CALLBACK,
                                      SIM_POINTER( link_up_callback ), SIM_POINTER( link_up_callback_arg ),
                                      SIM_POINTER( link_down_callback ), SIM_POINTER( link_down_callback_arg ),
                                      interface );
}

wiced_result_t wiced_network_deregister_link_callback( wiced_network_link_callback_t link_up_callback, wiced_network_link_callback_t link_down_callback, wiced_interface_t interface )
{
    return (wiced_result_t) SIM_CALL( WICED_NETWORK_DEREGISTER_LINK_CALLBACK,
                                      SIM_POINTER( link_up_callback ), SIM_POINTER( link_down_callback ), interface );
}

wiced_result_t wiced_network_set_hostname( const char* name )
{
    return (wiced_result_t) SIM_CALL( WICED_NETWORK_SET_HOSTNAME, SIM_POINTER( name ) );
}

wiced_result_t wiced_network_get_hostname( wiced_hostname_t* name )
{
    return (wiced_result_t) SIM_CALL( WICED_NETWORK_GET_HOSTNAME, SIM_POINTER( name ) );
}

wiced_result_t wiced_wifi_get_mac_address( wiced_mac_t* mac )
{
    return (wiced_result_t) SIM_CALL( WICED_WIFI_GET_MAC_ADDRESS, SIM_POINTER( mac ) );
}

/* Puts the address of the first slot into an application's structure. */
static void set_address( wiced_ip_address_t* address, const int64_t* slots )
{
    address->version = WICED_IPV4;
    address->ip.v4   = (uint32_t) slots[0];
}

wiced_result_t wiced_ip_get_ipv4_address( wiced_interface_t interface, wiced_ip_address_t* ipv4_address )
{
    int64_t        slots[] = { interface };
    wiced_result_t result  = (wiced_result_t) SIM_CALL_SLOTS( WICED_IP_GET_IPV4_ADDRESS, slots );

    set_address( ipv4_address, slots );
    return result;
}

wiced_result_t wiced_ip_get_netmask( wiced_interface_t interface, wiced_ip_address_t* ipv4_address )
{
    int64_t        slots[] = { interface };
    wiced_result_t result  = (wiced_result_t) SIM_CALL_SLOTS( WICED_IP_GET_NETMASK, slots );

    set_address( ipv4_address, slots );
    return result;
}

wiced_result_t wiced_ip_get_gateway_address( wiced_interface_t interface, wiced_ip_address_t* ipv4_address )
{
    int64_t        slots[] = { interface };
    wiced_result_t result  = (wiced_result_t) SIM_CALL_SLOTS( WICED_IP_GET_GATEWAY_ADDRESS, slots );

    set_address( ipv4_address, slots );
    return result;
}

wiced_result_t wiced_hostname_lookup( const char* hostname, wiced_ip_address_t* address, uint32_t timeout_ms, wiced_interface_t interface )
{
    int64_t        slots[] = { SIM_POINTER( hostname ), timeout_ms, interface };
    wiced_result_t result  = (wiced_result_t) SIM_CALL_SLOTS( WICED_HOSTNAME_LOOKUP, slots );

    if ( result == WICED_SUCCESS )
    {
        set_address( address, slots );
    }
    return result;
}

wiced_result_t wiced_ping( wiced_interface_t interface, const wiced_ip_address_t* address, uint32_t timeout_ms, uint32_t* elapsed_ms )
{
    int64_t        slots[] = { interface, address->version, address->ip.v4, timeout_ms };
    wiced_result_t result  = (wiced_result_t) SIM_CALL_SLOTS( WICED_PING, slots );

    if ( result == WICED_SUCCESS && elapsed_ms != NULL )
    {
        *elapsed_ms = (uint32_t) slots[0];
    }
    return result;
}
