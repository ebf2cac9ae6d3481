/* Trusts a certificate that stands in the source (method 3). It is not the class server's, so that
 * one is refused.
 *
 * Prints: "trusted 0", then "connect 4".
 * Lights: LED 2, since the server did not prove itself.
 * Sends:  a TLS handshake to 198.51.100.3:40508, which fails. */
#include "wiced.h"
#include "wiced_tls.h"

#define SERVER_PORT ( 40508 )

/* Of nobody.example; its private key is gone. */
static const char root_certificate[] =
    "-----BEGIN CERTIFICATE-----\r\n"
    "MIIBhzCCAS2gAwIBAgIUd+yaw0PcPscCy1TxMUuYHkbtpPMwCgYIKoZIzj0EAwIw\r\n"
    "GTEXMBUGA1UEAwwObm9ib2R5LmV4YW1wbGUwHhcNMjYxMTIzMDQzMzE2WhcNMzYx\r\n"
    "MTIwMDQzMzE2WjAZMRcwFQYDVQQDDA5ub2JvZHkuZXhhbXBsZTBZMBMGByqGSM49\r\n"
    "AgEGCCqGSM49AwEHA0IABBEWRcGOPePVUgY1Gqp7Pva2jlZUvkNZkDe6x+D/RaLr\r\n"
    "WWMRPe3sndv2lty/plQurDB+ATXOcVdRC2Qhu6qeua+jUzBRMB0GA1UdDgQWBBTF\r\n"
    "IxYTspxEnp53UvNT4UAOhqbOMjAfBgNVHSMEGDAWgBTFIxYTspxEnp53UvNT4UAO\r\n"
    "hqbOMjAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0gAMEUCIE8ujiB5j0MD\r\n"
    "HicTh0oyCcDtvPy+kkhL5qDiDoNxAQlVAiEA+2mVJ7GgdJvJX592fdsDl6bCXdGO\r\n"
    "fg0fk+7Xeid+y6A=\r\n"
    "-----END CERTIFICATE-----\r\n";

void application_start( void )
{
    wiced_ip_address_t INITIALISER_IPV4_ADDRESS( server_address, MAKE_IPV4_ADDRESS( 198, 51, 100, 3 ) );
    wiced_tls_context_t context;
    wiced_tcp_socket_t  socket;
    wiced_result_t      result;

    wiced_init( );
    wiced_network_up( WICED_STA_INTERFACE, WICED_USE_EXTERNAL_DHCP_SERVER, NULL );
    WPRINT_APP_INFO( ( "trusted %d\n", wiced_tls_init_root_ca_certificates( root_certificate, strlen( root_certificate ) ) ) );

    wiced_tcp_create_socket( &socket, WICED_STA_INTERFACE );
    wiced_tcp_bind( &socket, WICED_ANY_PORT );
    wiced_tls_init_context( &context, NULL, NULL );
    wiced_tcp_enable_tls( &socket, &context );
    result = wiced_tcp_connect( &socket, &server_address, SERVER_PORT, 2000 );
    WPRINT_APP_INFO( ( "connect %d\n", result ) );
    if ( result != WICED_SUCCESS )
    {
        wiced_led_set_state( WICED_LED_INDEX_2, WICED_LED_ON );
    }
    wiced_tcp_delete_socket( &socket );
}
