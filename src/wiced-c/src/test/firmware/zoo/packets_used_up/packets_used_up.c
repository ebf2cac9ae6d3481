/* Takes packets without giving them back, until there are none.
 *
 * Prints: "1: 0", "2: 0", then after two seconds "3: 2, no packet, no data, room for 0".
 * Then:   the diagnostic no-transmit-packet; leaked-packet when the board is switched off. */
#include "wiced.h"

void application_start( void )
{
    wiced_tcp_socket_t socket;

    wiced_init( );
    wiced_network_up( WICED_STA_INTERFACE, WICED_USE_EXTERNAL_DHCP_SERVER, NULL );
    wiced_tcp_create_socket( &socket, WICED_STA_INTERFACE );
    for ( int i = 1;; i++ )
    {
        wiced_packet_t*      packet    = (wiced_packet_t*) &i;
        uint8_t*             data      = (uint8_t*) &i;
        uint16_t             available = 1;
        const wiced_result_t result    = wiced_packet_create_tcp( &socket, 10, &packet, &data, &available );

        if ( result != WICED_SUCCESS )
        {
            WPRINT_APP_INFO( ( "%d: %d, %s packet, %s data, room for %d\n", i, result, packet ? "a" : "no", data ? "some" : "no", available ) );
            break;
        }
        WPRINT_APP_INFO( ( "%d: %d\n", i, result ) );
    }
    wiced_tcp_delete_socket( &socket );
}
