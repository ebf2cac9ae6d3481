/* The class server by wiced_tcp_server_start, with three sockets. Button 1 prints the state of each,
 * with the peer of those that are connected, by looking into the server's structures.
 *
 * Prints: a line for each request; "0: 198.51.100.14:49152 connected", "1: listen", "2: closed" when
 *         button 1 is pressed.
 * Lights: nothing.
 * Sends:  A with the register's value, or X; closes behind the answer. */
#include "wwep.h"

#include "database.h"

#define MAX_SOCKETS ( 3 )

static wiced_tcp_server_t server;
static wiced_semaphore_t  presses;

static const char* const state_names[] = { "closed", "closing", "connecting", "connected", "data pending", "listen", "error" };

static void button_pressed( void* arg )
{
    UNUSED_PARAMETER( arg );
    wiced_rtos_set_semaphore( &presses );
}

static wiced_result_t on_connect( wiced_tcp_socket_t* socket, void* arg )
{
    UNUSED_PARAMETER( arg );
    return wiced_tcp_server_accept( &server, socket );
}

static wiced_result_t on_receive( wiced_tcp_socket_t* socket, void* arg )
{
    UNUSED_PARAMETER( arg );
    wwep_serve( socket, "plain" );
    return wiced_tcp_server_disconnect_socket( &server, socket );
}

static wiced_result_t on_disconnect( wiced_tcp_socket_t* socket, void* arg )
{
    UNUSED_PARAMETER( arg );
    return wiced_tcp_server_disconnect_socket( &server, socket );
}

static void print_sockets( void )
{
    linked_list_node_t* node  = NULL;
    int                 index = 0;

    linked_list_get_front_node( &server.socket_list, &node );
    for ( ; node != NULL; node = node->next )
    {
        wiced_tcp_server_socket_t* entry = node->data;
        wiced_socket_state_t       state;

        wiced_tcp_get_socket_state( &entry->socket, &state );
        if ( state == WICED_SOCKET_CONNECTED )
        {
            const unsigned int peer = entry->socket.socket.nx_tcp_socket_connect_ip.nxd_ip_address.v4;

            WPRINT_APP_INFO( ( "%d: %u.%u.%u.%u:%u connected\n", index, peer >> 24, ( peer >> 16 ) & 0xFF, ( peer >> 8 ) & 0xFF, peer & 0xFF, (unsigned int) entry->socket.socket.nx_tcp_socket_connect_port ) );
        }
        else
        {
            WPRINT_APP_INFO( ( "%d: %s\n", index, state_names[state] ) );
        }
        index++;
    }
}

void application_start( void )
{
    wiced_init( );
    wiced_network_up( WICED_STA_INTERFACE, WICED_USE_EXTERNAL_DHCP_SERVER, NULL );
    database_init( );
    wiced_rtos_init_semaphore( &presses );
    wiced_gpio_input_irq_enable( WICED_BUTTON1, IRQ_TRIGGER_FALLING_EDGE, button_pressed, NULL );
    if ( wiced_tcp_server_start( &server, WICED_STA_INTERFACE, WWEP_PORT, MAX_SOCKETS, on_connect, on_receive, on_disconnect, NULL ) != WICED_SUCCESS )
    {
        WPRINT_APP_INFO( ( "No server\n" ) );
        return;
    }
    while ( 1 )
    {
        wiced_rtos_get_semaphore( &presses, WICED_WAIT_FOREVER );
        print_sockets( );
    }
}
