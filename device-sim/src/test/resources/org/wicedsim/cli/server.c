#include "wiced.h"

#define MESSAGE_SIZE ( 11 )

void application_start( void )
{
    wiced_tcp_socket_t socket;
    wiced_tcp_stream_t stream;
    char               message[MESSAGE_SIZE + 1] = "";

    wiced_init( );
    wiced_network_up( WICED_STA_INTERFACE, WICED_USE_EXTERNAL_DHCP_SERVER, NULL );
    wiced_tcp_create_socket( &socket, WICED_STA_INTERFACE );
    wiced_tcp_listen( &socket, 27708 );
    wiced_tcp_stream_init( &stream, &socket );
    WPRINT_APP_INFO( ( "listening\n" ) );
    while ( wiced_tcp_accept( &socket ) != WICED_SUCCESS )
    {
    }
    wiced_tcp_stream_read( &stream, message, MESSAGE_SIZE, 10000 );
    WPRINT_APP_INFO( ( "Got %s\n", message ) );
    message[0] = 'A';
    wiced_tcp_stream_write( &stream, message, MESSAGE_SIZE );
    wiced_tcp_stream_flush( &stream );
    wiced_tcp_stream_deinit( &stream );
    wiced_tcp_disconnect( &socket );
    wiced_tcp_delete_socket( &socket );
}
