/* "To setup the TCP server connection": on an access point of the board's own. */
#include "wiced.h"

static const wiced_ip_setting_t ap_settings =
{
    INITIALIZER_IPV4_ADDRESS( .ip_address, MAKE_IPV4_ADDRESS( 192, 168, 0, 1 ) ),
    INITIALIZER_IPV4_ADDRESS( .netmask,    MAKE_IPV4_ADDRESS( 255, 255, 255, 0 ) ),
    INITIALIZER_IPV4_ADDRESS( .gateway,    MAKE_IPV4_ADDRESS( 192, 168, 0, 1 ) ),
};

static wiced_tcp_socket_t socket;

void application_start( void )
{
    wiced_init();
    wiced_network_up( WICED_AP_INTERFACE, WICED_USE_INTERNAL_DHCP_SERVER, &ap_settings );

    wiced_tcp_create_socket( &socket, WICED_AP_INTERFACE );
    wiced_tcp_listen( &socket, 27708 ); // 27708 is the port number WWEP
    wiced_tcp_accept( &socket );
}
