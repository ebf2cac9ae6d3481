/* Looks at no result: connects to a port that nobody listens on, writes, reads, and believes it all.
 *
 * Prints: "sent W00010512AB, got '', read 7014".
 * Sends:  a connection to 198.51.100.3:9, which is refused, and nothing else.
 * Then:   the diagnostic connect-refused; the socket is gone in the end. */
#include "wiced.h"

void application_start( void )
{
    wiced_ip_address_t INITIALISER_IPV4_ADDRESS( server_address, MAKE_IPV4_ADDRESS( 198, 51, 100, 3 ) );
    wiced_tcp_socket_t socket;
    wiced_tcp_stream_t stream;
    char               answer[12] = "";
    wiced_result_t     result;

    wiced_init( );
    wiced_network_up( WICED_STA_INTERFACE, WICED_USE_EXTERNAL_DHCP_SERVER, NULL );
    wiced_tcp_create_socket( &socket, WICED_STA_INTERFACE );
    wiced_tcp_bind( &socket, WICED_ANY_PORT );
    wiced_tcp_connect( &socket, &server_address, 9, 1000 );
    wiced_tcp_stream_init( &stream, &socket );
    wiced_tcp_stream_write( &stream, "W00010512AB", 11 );
    wiced_tcp_stream_flush( &stream );
    result = wiced_tcp_stream_read( &stream, answer, 11, 100 );
    WPRINT_APP_INFO( ( "sent W00010512AB, got '%s', read %d\n", answer, result ) );
    wiced_tcp_stream_deinit( &stream );
    wiced_tcp_delete_socket( &socket );
}
