/* "Transmitting and Receiving Data using Streams", with the chapter's misspelt type. */
#include "wiced.h"

#define SERVER_PORT  (27708)
#define TIMEOUT      (2000)

Wiced_ip_address_t serverAddress;
wiced_tcp_socket_t socket;
wiced_tcp_stream_t stream;
char sendMessage[]="WABCD051234";
char rbuffer[12];

void application_start( void )
{
    wiced_result_t result;

    wiced_init();
    wiced_network_up( WICED_STA_INTERFACE, WICED_USE_EXTERNAL_DHCP_SERVER, NULL );

    SET_IPV4_ADDRESS( serverAddress, MAKE_IPV4_ADDRESS( 198, 51, 100, 3 ) );
    wiced_hostname_lookup( "wwep.wv101.cypress.com", &serverAddress, 10000,
    WICED_STA_INTERFACE );

    wiced_tcp_create_socket(&socket, WICED_STA_INTERFACE);
    wiced_tcp_bind(&socket, WICED_ANY_PORT );
    wiced_tcp_connect(&socket, &serverAddress, SERVER_PORT, TIMEOUT);
    wiced_tcp_stream_init(&stream, &socket);
    wiced_tcp_stream_write(&stream, sendMessage, strlen(sendMessage));
    wiced_tcp_stream_flush(&stream);
    result = wiced_tcp_stream_read(&stream, rbuffer, 11, 500);
    WPRINT_APP_INFO(("%d %s\n", result, rbuffer));
    wiced_tcp_stream_deinit(&stream);
    wiced_tcp_delete_socket (&socket);
}
