/* The class server with one socket and callbacks: application_start returns at once.
 *
 * Prints: a line for each request, such as "1 198.51.100.14:49152 plain W00010512AB A00010512AB".
 * Lights: LED 1 is on while a client is connected.
 * Sends:  A with the register's value, or X. */
#include "wwep.h"

#include "database.h"

/* The callbacks need it after application_start has returned. */
static wiced_tcp_socket_t server;

static wiced_result_t on_connect( wiced_tcp_socket_t* socket, void* arg )
{
    UNUSED_PARAMETER( arg );
    wiced_led_set_state( WICED_LED_INDEX_1, WICED_LED_ON );
    return wiced_tcp_accept( socket );
}

static wiced_result_t on_receive( wiced_tcp_socket_t* socket, void* arg )
{
    UNUSED_PARAMETER( arg );
    wwep_serve( socket, "plain" );
    wiced_led_set_state( WICED_LED_INDEX_1, WICED_LED_OFF );
    wiced_tcp_disconnect( socket );
    return wiced_tcp_listen( socket, WWEP_PORT );
}

/* A client that goes without having sent anything. */
static wiced_result_t on_disconnect( wiced_tcp_socket_t* socket, void* arg )
{
    wiced_socket_state_t state;

    UNUSED_PARAMETER( arg );
    wiced_tcp_get_socket_state( socket, &state );
    if ( state == WICED_SOCKET_CLOSING )
    {
        wiced_led_set_state( WICED_LED_INDEX_1, WICED_LED_OFF );
        wiced_tcp_disconnect( socket );
        wiced_tcp_listen( socket, WWEP_PORT );
    }
    return WICED_SUCCESS;
}

void application_start( void )
{
    wiced_init( );
    wiced_network_up( WICED_STA_INTERFACE, WICED_USE_EXTERNAL_DHCP_SERVER, NULL );
    database_init( );
    wiced_tcp_create_socket( &server, WICED_STA_INTERFACE );
    wiced_tcp_register_callbacks( &server, on_connect, on_receive, on_disconnect, NULL );
    wiced_tcp_listen( &server, WWEP_PORT );
}
