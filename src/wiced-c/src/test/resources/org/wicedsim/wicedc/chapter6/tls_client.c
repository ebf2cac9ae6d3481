/* "The TCP Client TLS firmware flow", without a certificate of the client. */
#include "wiced.h"
#include "wiced_tls.h"

#define SERVER_PORT (40508)

static wiced_ip_address_t serverAddress;
static wiced_tcp_socket_t socket;
static wiced_tls_context_t tls_context;

void application_start( void )
{
    platform_dct_security_t *dct_security;

    wiced_init();
    wiced_network_up( WICED_STA_INTERFACE, WICED_USE_EXTERNAL_DHCP_SERVER, NULL );
    SET_IPV4_ADDRESS( serverAddress, MAKE_IPV4_ADDRESS( 198, 51, 100, 3 ) );

    wiced_tcp_create_socket(&socket, WICED_STA_INTERFACE);
    wiced_tcp_bind(&socket, WICED_ANY_PORT);
    wiced_dct_read_lock( (void**) &dct_security, WICED_FALSE, DCT_SECURITY_SECTION, 0, sizeof( *dct_security ) );
    wiced_tls_init_root_ca_certificates( dct_security->certificate, strlen( dct_security->certificate ) );
    wiced_dct_read_unlock( dct_security, WICED_FALSE );
    wiced_tls_init_context( &tls_context, NULL, NULL );
    wiced_tcp_enable_tls( &socket, &tls_context );
    wiced_tcp_connect(&socket, &serverAddress, SERVER_PORT, 2000);
    wiced_tcp_delete_socket( &socket );
    wiced_tls_deinit_context( &tls_context );
}
