/* Uses the network without bringing it up.
 *
 * Prints: "lookup 9, address 0", "bind 9", "connect 9", "ping 9".
 * Sends:  nothing.
 * Then:   nothing: the board goes on. */
#include "wiced.h"

void application_start( void )
{
    wiced_ip_address_t address = { .version = WICED_IPV4, .ip.v4 = 0 };
    wiced_tcp_socket_t socket;
    wiced_result_t     result;
    uint32_t           elapsed_ms;

    wiced_init( );
    result = wiced_hostname_lookup( "wwep.ww101.cypress.com", &address, 1000, WICED_STA_INTERFACE );
    WPRINT_APP_INFO( ( "lookup %d, address %u\n", result, (unsigned int) GET_IPV4_ADDRESS( address ) ) );
    wiced_tcp_create_socket( &socket, WICED_STA_INTERFACE );
    WPRINT_APP_INFO( ( "bind %d\n", wiced_tcp_bind( &socket, WICED_ANY_PORT ) ) );
    SET_IPV4_ADDRESS( address, MAKE_IPV4_ADDRESS( 198, 51, 100, 3 ) );
    WPRINT_APP_INFO( ( "connect %d\n", wiced_tcp_connect( &socket, &address, 27708, 1000 ) ) );
    WPRINT_APP_INFO( ( "ping %d\n", wiced_ping( WICED_STA_INTERFACE, &address, 1000, &elapsed_ms ) ) );
    wiced_tcp_delete_socket( &socket );
}
