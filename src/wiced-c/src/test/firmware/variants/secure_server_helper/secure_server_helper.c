/* The class server over TLS by wiced_tcp_server_start: each connection gets a TLS context of its own
 * in the connect callback.
 *
 * Prints: a line for each request, such as "1 198.51.100.14:49152 TLS W00010512AB A00010512AB".
 * Lights: nothing.
 * Sends:  A with the register's value, or X, sealed, on port 40508. */
#include "wwep.h"

#include "database.h"
#include "wiced_tls.h"

#define MAX_SOCKETS ( 2 )

static wiced_tcp_server_t   server;
static wiced_tls_identity_t identity;

static wiced_result_t on_connect( wiced_tcp_socket_t* socket, void* arg )
{
    wiced_tls_context_t* context = MALLOC_OBJECT( "context", wiced_tls_context_t );

    UNUSED_PARAMETER( arg );
    wiced_tls_init_context( context, server.tls_identity, NULL );
    wiced_tcp_enable_tls( socket, context );
    /* The socket frees it. */
    socket->context_malloced = WICED_TRUE;
    return wiced_tcp_server_accept( &server, socket );
}

static wiced_result_t on_receive( wiced_tcp_socket_t* socket, void* arg )
{
    UNUSED_PARAMETER( arg );
    wwep_serve( socket, "TLS" );
    return wiced_tcp_server_disconnect_socket( &server, socket );
}

static wiced_result_t on_disconnect( wiced_tcp_socket_t* socket, void* arg )
{
    UNUSED_PARAMETER( arg );
    return wiced_tcp_server_disconnect_socket( &server, socket );
}

void application_start( void )
{
    platform_dct_security_t* security;

    wiced_init( );
    wiced_network_up( WICED_STA_INTERFACE, WICED_USE_EXTERNAL_DHCP_SERVER, NULL );
    database_init( );
    wiced_dct_read_lock( (void**) &security, WICED_FALSE, DCT_SECURITY_SECTION, 0, sizeof( *security ) );
    wiced_tls_init_identity( &identity, security->private_key, strlen( security->private_key ), (const uint8_t*) security->certificate, strlen( security->certificate ) );
    wiced_dct_read_unlock( security, WICED_FALSE );
    wiced_tcp_server_start( &server, WICED_STA_INTERFACE, WWEP_SECURE_PORT, MAX_SOCKETS, on_connect, on_receive, on_disconnect, NULL );
    wiced_tcp_server_enable_tls( &server, &identity );
}
