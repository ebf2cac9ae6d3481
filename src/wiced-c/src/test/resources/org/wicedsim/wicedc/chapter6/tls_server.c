/* "The TCP Server TLS firmware flow", without a look at the client's certificate. */
#include "wiced.h"
#include "wiced_tls.h"

#define INTERFACE (WICED_STA_INTERFACE)
#define TCP_SERVER_INSECURE_LISTEN_PORT (27708)

static wiced_tcp_socket_t socket;
static wiced_tcp_stream_t stream;
static wiced_tls_identity_t tls_identity;
static wiced_tls_context_t tls_context;

void application_start( void )
{
    platform_dct_security_t *dct_security;

    wiced_init();
    wiced_network_up( INTERFACE, WICED_USE_EXTERNAL_DHCP_SERVER, NULL );

    wiced_tcp_create_socket(&socket, INTERFACE);
    wiced_tcp_listen( &socket, TCP_SERVER_INSECURE_LISTEN_PORT );
    wiced_dct_read_lock( (void**) &dct_security, WICED_FALSE, DCT_SECURITY_SECTION, 0, sizeof( *dct_security ) );
    wiced_tls_init_identity( &tls_identity, dct_security->private_key, strlen( dct_security->private_key ), (uint8_t*) dct_security->certificate, strlen( dct_security->certificate ) );
    wiced_tls_init_context( &tls_context, &tls_identity, NULL );
    wiced_tcp_enable_tls(&socket, &tls_context);
    wiced_tcp_stream_init(&stream, &socket);
    wiced_tcp_accept( &socket );
}
