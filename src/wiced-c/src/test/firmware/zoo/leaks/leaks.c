/* Takes one of everything that must be given back, and gives nothing back.
 *
 * Prints: "done".
 * Then:   when the board is switched off: leaked-socket, leaked-stream, leaked-packet,
 *         leaked-tls-context, leaked-tls-identity and leaked-dct-lock, each with its line. */
#include "wiced.h"
#include "wiced_tls.h"

void application_start( void )
{
    static wiced_tcp_socket_t   socket;
    static wiced_tcp_stream_t   stream;
    static wiced_tls_context_t  context;
    static wiced_tls_identity_t identity;
    wiced_packet_t*             packet;
    uint8_t*                    data;
    uint16_t                    available;
    void*                       app_data;

    wiced_init( );
    wiced_network_up( WICED_STA_INTERFACE, WICED_USE_EXTERNAL_DHCP_SERVER, NULL );
    wiced_tcp_create_socket( &socket, WICED_STA_INTERFACE );
    wiced_tcp_stream_init( &stream, &socket );
    wiced_packet_create_tcp( &socket, 10, &packet, &data, &available );
    wiced_tls_init_identity( &identity, NULL, 0, NULL, 0 );
    wiced_tls_init_context( &context, &identity, NULL );
    wiced_dct_read_lock( &app_data, WICED_TRUE, DCT_APP_SECTION, 0, 16 );
    WPRINT_APP_INFO( ( "done\n" ) );
}
