/* Exercise 07: the class server for both, with a thread and a socket for each. What one writes, the
 * other reads.
 *
 * Prints: "Listening on port 27708" and "Listening on port 40508", then a line for each request.
 * Lights: nothing.
 * Sends:  A with the register's value, or X. */
#include "wwep.h"

#include "database.h"
#include "wiced_tls.h"

#define SERVER_PRIORITY ( 10 )
#define SERVER_STACK_SIZE ( 10000 )

static wiced_tls_identity_t identity;
static wiced_thread_t       plain_server;
static wiced_thread_t       secure_server;

static wiced_result_t load_identity( void )
{
    platform_dct_security_t* security;
    wiced_result_t           result;

    result = wiced_dct_read_lock( (void**) &security, WICED_FALSE, DCT_SECURITY_SECTION, 0, sizeof( *security ) );
    if ( result == WICED_SUCCESS )
    {
        result = wiced_tls_init_identity( &identity, security->private_key, strlen( security->private_key ), (const uint8_t*) security->certificate, strlen( security->certificate ) );
        wiced_dct_read_unlock( security, WICED_FALSE );
    }
    return result;
}

/* arg: the port. */
static void server_thread( wiced_thread_arg_t arg )
{
    const wiced_bool_t  secure = ( arg == WWEP_SECURE_PORT ) ? WICED_TRUE : WICED_FALSE;
    wiced_tcp_socket_t  socket;
    wiced_tls_context_t context;

    wiced_tcp_create_socket( &socket, WICED_STA_INTERFACE );
    wiced_tcp_listen( &socket, (uint16_t) arg );
    WPRINT_APP_INFO( ( "Listening on port %u\n", (unsigned int) arg ) );
    while ( 1 )
    {
        if ( secure )
        {
            wiced_tls_init_context( &context, &identity, NULL );
            wiced_tcp_enable_tls( &socket, &context );
        }
        if ( wiced_tcp_accept( &socket ) == WICED_SUCCESS )
        {
            wwep_serve( &socket, secure ? "TLS" : "plain" );
            wiced_tcp_disconnect( &socket );
        }
        if ( secure )
        {
            wiced_tls_deinit_context( &context );
        }
    }
}

void application_start( void )
{
    wiced_init( );
    while ( wiced_network_up( WICED_STA_INTERFACE, WICED_USE_EXTERNAL_DHCP_SERVER, NULL ) != WICED_SUCCESS )
    {
    }
    if ( load_identity( ) != WICED_SUCCESS )
    {
        WPRINT_APP_INFO( ( "No identity\n" ) );
        return;
    }
    database_init( );
    wiced_rtos_create_thread( &plain_server, SERVER_PRIORITY, "plain", server_thread, SERVER_STACK_SIZE, (void*) WWEP_PORT );
    wiced_rtos_create_thread( &secure_server, SERVER_PRIORITY, "secure", server_thread, SERVER_STACK_SIZE, (void*) WWEP_SECURE_PORT );
}
