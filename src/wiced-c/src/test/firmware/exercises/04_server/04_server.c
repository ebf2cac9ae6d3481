/* Exercise 04: the class server, one connection at a time.
 *
 * Prints: "Listening on port 27708", then a line for each request: number, peer, kind, request,
 *         answer, such as "1 198.51.100.14:49152 plain W01D6050001 A01D6050001".
 * Lights: nothing.
 * Sends:  A with the register's value, or X for what is illegal or was never written. */
#include "wwep.h"

#include "database.h"

#define SERVER_PRIORITY ( 10 )
#define SERVER_STACK_SIZE ( 6200 )

static wiced_thread_t server;

static void server_thread( wiced_thread_arg_t arg )
{
    wiced_tcp_socket_t socket;

    UNUSED_PARAMETER( arg );
    wiced_tcp_create_socket( &socket, WICED_STA_INTERFACE );
    wiced_tcp_listen( &socket, WWEP_PORT );
    WPRINT_APP_INFO( ( "Listening on port %d\n", WWEP_PORT ) );
    while ( 1 )
    {
        /* Three seconds without a client end it, too. */
        if ( wiced_tcp_accept( &socket ) == WICED_SUCCESS )
        {
            wwep_serve( &socket, "plain" );
            wiced_tcp_disconnect( &socket );
        }
    }
}

void application_start( void )
{
    wiced_init( );
    while ( wiced_network_up( WICED_STA_INTERFACE, WICED_USE_EXTERNAL_DHCP_SERVER, NULL ) != WICED_SUCCESS )
    {
    }
    database_init( );
    wiced_rtos_create_thread( &server, SERVER_PRIORITY, "server", server_thread, SERVER_STACK_SIZE, NULL );
}
