/* Reads the answer in the receive callback, and hears of the end in the disconnect callback.
 *
 * Prints: "received A00010512AB", then "disconnected", then "done".
 * Lights: LED 1 is on from the answer on.
 * Sends:  W00010512AB to 198.51.100.3:27708. */
#include "wiced.h"

#define SERVER_PORT ( 27708 )
#define CONNECT_TIMEOUT_MS ( 2000 )
#define ANSWER_TIMEOUT_MS ( 5000 )

static wiced_semaphore_t disconnected;

static wiced_result_t on_receive( wiced_tcp_socket_t* socket, void* arg )
{
    wiced_packet_t* packet;
    uint8_t*        data;
    uint16_t        fragment_length;
    uint16_t        length;

    UNUSED_PARAMETER( arg );
    if ( wiced_tcp_receive( socket, &packet, WICED_NO_WAIT ) == WICED_SUCCESS )
    {
        wiced_packet_get_data( packet, 0, &data, &fragment_length, &length );
        WPRINT_APP_INFO( ( "received %.*s\n", length, data ) );
        wiced_packet_delete( packet );
        wiced_led_set_state( WICED_LED_INDEX_1, WICED_LED_ON );
    }
    return WICED_SUCCESS;
}

static wiced_result_t on_disconnect( wiced_tcp_socket_t* socket, void* arg )
{
    UNUSED_PARAMETER( socket );
    WPRINT_APP_INFO( ( "disconnected\n" ) );
    wiced_rtos_set_semaphore( arg );
    return WICED_SUCCESS;
}

void application_start( void )
{
    wiced_ip_address_t INITIALISER_IPV4_ADDRESS( server_address, MAKE_IPV4_ADDRESS( 198, 51, 100, 3 ) );
    wiced_tcp_socket_t socket;
    const char         request[] = "W00010512AB";

    wiced_init( );
    wiced_network_up( WICED_STA_INTERFACE, WICED_USE_EXTERNAL_DHCP_SERVER, NULL );
    wiced_rtos_init_semaphore( &disconnected );
    wiced_tcp_create_socket( &socket, WICED_STA_INTERFACE );
    wiced_tcp_register_callbacks( &socket, NULL, on_receive, on_disconnect, &disconnected );
    wiced_tcp_bind( &socket, WICED_ANY_PORT );
    if ( wiced_tcp_connect( &socket, &server_address, SERVER_PORT, CONNECT_TIMEOUT_MS ) == WICED_SUCCESS )
    {
        wiced_tcp_send_buffer( &socket, request, strlen( request ) );
        wiced_rtos_get_semaphore( &disconnected, ANSWER_TIMEOUT_MS );
    }
    wiced_tcp_delete_socket( &socket );
    WPRINT_APP_INFO( ( "done\n" ) );
}
