/* Prints each packet that a client sends on port 27708, as the chapter's fragment does. The makefile
 * asks for pools of 4 receive and 3 transmit packets.
 *
 * Prints: "Packet=<text>" for the first packet of each connection.
 * Lights: LED 1 flips with each packet.
 * Sends:  nothing; closes the connection behind its first packet. */
#include "wiced.h"

#define SERVER_PORT ( 27708 )

void application_start( void )
{
    wiced_tcp_socket_t socket;
    wiced_bool_t       lit = WICED_FALSE;

    wiced_init( );
    wiced_network_up( WICED_STA_INTERFACE, WICED_USE_EXTERNAL_DHCP_SERVER, NULL );
    wiced_tcp_create_socket( &socket, WICED_STA_INTERFACE );
    wiced_tcp_listen( &socket, SERVER_PORT );
    while ( 1 )
    {
        wiced_packet_t* packet;
        uint8_t*        data;
        uint16_t        fragment_length;
        uint16_t        length;

        if ( wiced_tcp_accept( &socket ) != WICED_SUCCESS )
        {
            continue;
        }
        if ( wiced_tcp_receive( &socket, &packet, WICED_WAIT_FOREVER ) == WICED_SUCCESS )
        {
            wiced_packet_get_data( packet, 0, &data, &fragment_length, &length );
            data[length] = '\0';
            WPRINT_APP_INFO( ( "Packet=%s\n", data ) );
            wiced_packet_delete( packet );
            lit = lit ? WICED_FALSE : WICED_TRUE;
            wiced_led_set_state( WICED_LED_INDEX_1, lit ? WICED_LED_ON : WICED_LED_OFF );
        }
        wiced_tcp_disconnect( &socket );
    }
}
