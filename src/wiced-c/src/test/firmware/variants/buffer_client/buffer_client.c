/* Sends an array with wiced_tcp_send_buffer, and reads the answer as a stream.
 *
 * Prints: "sent: 0", "12 octets wanted, 11 read: A00010512AB, result 0".
 * Lights: nothing.
 * Sends:  W00010512AB to 198.51.100.3:27708, without a stream or packets of its own. */
#include "wiced.h"

#define SERVER_PORT ( 27708 )
#define CONNECT_TIMEOUT_MS ( 2000 )
#define ANSWER_TIMEOUT_MS ( 5000 )

void application_start( void )
{
    wiced_ip_address_t INITIALISER_IPV4_ADDRESS( server_address, MAKE_IPV4_ADDRESS( 198, 51, 100, 3 ) );
    wiced_tcp_socket_t socket;
    wiced_tcp_stream_t stream;
    const char         request[] = "W00010512AB";
    char               answer[13] = "";
    uint32_t           count      = 0;
    wiced_result_t     result;

    wiced_init( );
    wiced_network_up( WICED_STA_INTERFACE, WICED_USE_EXTERNAL_DHCP_SERVER, NULL );
    wiced_tcp_create_socket( &socket, WICED_STA_INTERFACE );
    wiced_tcp_bind( &socket, WICED_ANY_PORT );
    wiced_tcp_connect( &socket, &server_address, SERVER_PORT, CONNECT_TIMEOUT_MS );
    WPRINT_APP_INFO( ( "sent: %d\n", wiced_tcp_send_buffer( &socket, request, strlen( request ) ) ) );

    wiced_tcp_stream_init( &stream, &socket );
    result = wiced_tcp_stream_read_with_count( &stream, answer, 12, ANSWER_TIMEOUT_MS, &count );
    WPRINT_APP_INFO( ( "12 octets wanted, %u read: %s, result %d\n", (unsigned int) count, answer, result ) );
    wiced_tcp_stream_deinit( &stream );
    wiced_tcp_delete_socket( &socket );
}
