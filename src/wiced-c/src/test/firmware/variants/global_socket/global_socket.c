/* A global object called socket, which is also the name of a function of the C library: it must be
 * the application's own. So must the others.
 *
 * Prints: "connect 0", "W00010512AB: A00010512AB".
 * Lights: nothing.
 * Sends:  W00010512AB to 198.51.100.3:27708. */
#include "wiced.h"

#define SERVER_PORT ( 27708 )

wiced_tcp_socket_t socket;
wiced_tcp_stream_t stream;
wiced_ip_address_t INITIALISER_IPV4_ADDRESS( server, MAKE_IPV4_ADDRESS( 198, 51, 100, 3 ) );
char               send[] = "W00010512AB";
char               read[12];
int                bind = WICED_ANY_PORT;

wiced_result_t connect( void )
{
    wiced_tcp_create_socket( &socket, WICED_STA_INTERFACE );
    wiced_tcp_bind( &socket, bind );
    return wiced_tcp_connect( &socket, &server, SERVER_PORT, 2000 );
}

void application_start( void )
{
    wiced_init( );
    wiced_network_up( WICED_STA_INTERFACE, WICED_USE_EXTERNAL_DHCP_SERVER, NULL );
    WPRINT_APP_INFO( ( "connect %d\n", connect( ) ) );
    wiced_tcp_stream_init( &stream, &socket );
    wiced_tcp_stream_write( &stream, send, strlen( send ) );
    wiced_tcp_stream_flush( &stream );
    wiced_tcp_stream_read( &stream, read, 11, 5000 );
    WPRINT_APP_INFO( ( "%s: %s\n", send, read ) );
    wiced_tcp_stream_deinit( &stream );
    wiced_tcp_delete_socket( &socket );
}
