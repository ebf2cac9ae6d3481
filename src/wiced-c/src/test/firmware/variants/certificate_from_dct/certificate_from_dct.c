/* Trusts the certificate of the DCT's security section (method 1), and connects over TLS.
 *
 * Prints: "Certificate Length = <octets>" (of the PEM text with CR LF at its line ends), then
 *         "trusted 0", "connect 0".
 * Lights: LED 1 when the server has proved itself.
 * Sends:  a TLS handshake to 198.51.100.3:40508. */
#include "wiced.h"
#include "wiced_tls.h"

#define SERVER_PORT ( 40508 )

void application_start( void )
{
    wiced_ip_address_t INITIALISER_IPV4_ADDRESS( server_address, MAKE_IPV4_ADDRESS( 198, 51, 100, 3 ) );
    platform_dct_security_t* security;
    wiced_tls_context_t      context;
    wiced_tcp_socket_t       socket;
    wiced_result_t           result;

    wiced_init( );
    wiced_network_up( WICED_STA_INTERFACE, WICED_USE_EXTERNAL_DHCP_SERVER, NULL );

    result = wiced_dct_read_lock( (void**) &security, WICED_FALSE, DCT_SECURITY_SECTION, 0, sizeof( *security ) );
    if ( result != WICED_SUCCESS )
    {
        WPRINT_APP_INFO( ( "Unable to lock the DCT: %d\n", result ) );
        return;
    }
    WPRINT_APP_INFO( ( "Certificate Length = %u\n", (unsigned int) strlen( security->certificate ) ) );
    result = wiced_tls_init_root_ca_certificates( security->certificate, strlen( security->certificate ) );
    WPRINT_APP_INFO( ( "trusted %d\n", result ) );
    wiced_dct_read_unlock( security, WICED_FALSE );

    wiced_tcp_create_socket( &socket, WICED_STA_INTERFACE );
    wiced_tcp_bind( &socket, WICED_ANY_PORT );
    wiced_tls_init_context( &context, NULL, NULL );
    wiced_tcp_enable_tls( &socket, &context );
    result = wiced_tcp_connect( &socket, &server_address, SERVER_PORT, 2000 );
    WPRINT_APP_INFO( ( "connect %d\n", result ) );
    if ( result == WICED_SUCCESS )
    {
        wiced_led_set_state( WICED_LED_INDEX_1, WICED_LED_ON );
    }
    wiced_tcp_delete_socket( &socket );
    wiced_tls_deinit_root_ca_certificates( );
}
