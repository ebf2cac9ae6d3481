/* Writes a register by a packet, and reads the answer by a packet.
 *
 * Prints: "Room for 1460 octets", "Received A00010512AB", "Closed: 7014".
 * Lights: nothing.
 * Sends:  W00010512AB to 198.51.100.3:27708. The transmit pool goes down by one and comes back. */
#include "wiced.h"

#define SERVER_PORT ( 27708 )
#define CONNECT_TIMEOUT_MS ( 2000 )
#define ANSWER_TIMEOUT_MS ( 5000 )

static const char request[] = "W00010512AB";

static wiced_result_t send_request( wiced_tcp_socket_t* socket )
{
    wiced_packet_t* packet;
    uint8_t*        data;
    uint16_t        available;
    wiced_result_t  result;

    result = wiced_packet_create_tcp( socket, strlen( request ), &packet, &data, &available );
    if ( result != WICED_SUCCESS )
    {
        return result;
    }
    WPRINT_APP_INFO( ( "Room for %d octets\n", available ) );
    data = MEMCAT( data, request, strlen( request ) );
    wiced_packet_set_data_end( packet, data );
    result = wiced_tcp_send_packet( socket, packet );
    wiced_packet_delete( packet );
    return result;
}

static wiced_result_t print_answer( wiced_tcp_socket_t* socket )
{
    wiced_packet_t* packet;
    uint8_t*        data;
    uint16_t        fragment_length;
    uint16_t        length;
    wiced_result_t  result;

    result = wiced_tcp_receive( socket, &packet, ANSWER_TIMEOUT_MS );
    if ( result != WICED_SUCCESS )
    {
        return result;
    }
    wiced_packet_get_data( packet, 0, &data, &fragment_length, &length );
    data[length] = '\0';
    WPRINT_APP_INFO( ( "Received %s\n", data ) );
    wiced_packet_delete( packet );
    return WICED_SUCCESS;
}

void application_start( void )
{
    wiced_ip_address_t INITIALISER_IPV4_ADDRESS( server_address, MAKE_IPV4_ADDRESS( 198, 51, 100, 3 ) );
    wiced_tcp_socket_t socket;

    wiced_init( );
    wiced_network_up( WICED_STA_INTERFACE, WICED_USE_EXTERNAL_DHCP_SERVER, NULL );
    wiced_tcp_create_socket( &socket, WICED_STA_INTERFACE );
    wiced_tcp_bind( &socket, WICED_ANY_PORT );
    if ( wiced_tcp_connect( &socket, &server_address, SERVER_PORT, CONNECT_TIMEOUT_MS ) == WICED_SUCCESS )
    {
        send_request( &socket );
        print_answer( &socket );
        WPRINT_APP_INFO( ( "Closed: %d\n", print_answer( &socket ) ) );
    }
    wiced_tcp_delete_socket( &socket );
}
