/* "(Advanced) Receiving Packets as a TCP Server using the WICED SDK" */
#include "wiced.h"

static wiced_tcp_socket_t socket;

void application_start( void )
{
    wiced_result_t result;

    wiced_init();
    wiced_network_up( WICED_STA_INTERFACE, WICED_USE_EXTERNAL_DHCP_SERVER, NULL );
    wiced_tcp_create_socket( &socket, WICED_STA_INTERFACE );
    wiced_tcp_listen( &socket, 27708 );

    while(1)
    {
        wiced_packet_t *myPacket;
        uint8_t *myData;
        uint16_t frag_len, avail_len;

        result = wiced_tcp_accept( &socket ); // Suspend until packet is received

        if (result != WICED_SUCCESS) // Probably a timeout occurred
            continue; // Skip the rest of this iteration through the loop

        wiced_tcp_receive( &socket, &myPacket, WICED_WAIT_FOREVER );
        wiced_packet_get_data( myPacket, 0, &myData, &frag_len, &avail_len );
        myData[avail_len] = 0; // add null termination so we can print it

        WPRINT_APP_INFO(("Packet=%s\n", myData));

        wiced_packet_delete( myPacket );
        wiced_tcp_disconnect(&socket);
    }
}
