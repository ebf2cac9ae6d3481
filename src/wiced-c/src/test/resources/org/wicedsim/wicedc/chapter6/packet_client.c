/* "(Advanced) Transmitting Data using Packets as a TCP Client using the WICED SDK" */
#include "wiced.h"

static wiced_ip_address_t serverAddress;
static wiced_tcp_socket_t socket;

void application_start( void )
{
    char message[] = "WABCD051234";
    wiced_packet_t *myPacket;
    uint8_t *data;
    uint16_t availableDataSize;

    wiced_init();
    wiced_network_up( WICED_STA_INTERFACE, WICED_USE_EXTERNAL_DHCP_SERVER, NULL );
    SET_IPV4_ADDRESS( serverAddress, MAKE_IPV4_ADDRESS( 198, 51, 100, 3 ) );

    wiced_tcp_create_socket( &socket, WICED_STA_INTERFACE );
    wiced_tcp_bind( &socket, WICED_ANY_PORT );
    wiced_tcp_connect( &socket, &serverAddress, 27708, 2000 );
    wiced_packet_create_tcp( &socket, strlen( message ), &myPacket, &data, &availableDataSize );
    memcpy( data, message, strlen( message ) );
    wiced_packet_set_data_end( myPacket, data + strlen( message ) );
    wiced_tcp_send_packet( &socket, myPacket );
    wiced_packet_delete( myPacket );
    wiced_tcp_delete_socket( &socket );
}
