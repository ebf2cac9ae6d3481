/* Exercise 05: the class server over TLS. Its certificate and private key come from the DCT.
 *
 * Prints: "Listening on port 40508", then lines such as
 *         "1 198.51.100.14:49152 TLS W01D6050001 A01D6050001".
 * Lights: nothing.
 * Sends:  A with the register's value, or X, sealed. */
#include "wwep.h"

#include "database.h"
#include "wiced_tls.h"

#define SERVER_PRIORITY ( 10 )
#define SERVER_STACK_SIZE ( 10000 )

static wiced_tls_identity_t identity;
static wiced_thread_t       server;

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

static void server_thread( wiced_thread_arg_t arg )
{
    wiced_tcp_socket_t  socket;
    wiced_tls_context_t context;

    UNUSED_PARAMETER( arg );
    wiced_tcp_create_socket( &socket, WICED_STA_INTERFACE );
    wiced_tcp_listen( &socket, WWEP_SECURE_PORT );
    WPRINT_APP_INFO( ( "Listening on port %d\n", WWEP_SECURE_PORT ) );
    while ( 1 )
    {
        wiced_tls_init_context( &context, &identity, NULL );
        wiced_tcp_enable_tls( &socket, &context );
        if ( wiced_tcp_accept( &socket ) == WICED_SUCCESS )
        {
            wwep_serve( &socket, "TLS" );
            wiced_tcp_disconnect( &socket );
        }
        wiced_tls_deinit_context( &context );
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
    wiced_rtos_create_thread( &server, SERVER_PRIORITY, "server", server_thread, SERVER_STACK_SIZE, NULL );
}
