/* Exercise 01: a press of button 1 flips LED 1 and writes its state to the class server.
 *
 * Prints: "Device 01D6" (the sum of the MAC address), then a line for each press: "W01D6050001 sent".
 * Lights: LED 1 is off; the first press switches it on, the second one off, and so on.
 * Sends:  W<device>05<state> to 198.51.100.3:27708, each on a connection of its own. */
#include "wiced.h"

#define SERVER_NAME "wwep.ww101.cypress.com"
#define SERVER_PORT ( 27708 )
#define LOOKUP_TIMEOUT_MS ( 10000 )
#define CONNECT_TIMEOUT_MS ( 2000 )

#define LED_REGISTER ( 0x05 )
#define REQUEST_SIZE ( 12 )

#define CLIENT_PRIORITY ( 10 )
#define CLIENT_STACK_SIZE ( 6200 )

/* For when the name does not resolve. */
static wiced_ip_address_t INITIALISER_IPV4_ADDRESS( server_address, MAKE_IPV4_ADDRESS( 198, 51, 100, 3 ) );

static wiced_semaphore_t presses;
static wiced_thread_t    client;

static void button_pressed( void* arg )
{
    UNUSED_PARAMETER( arg );
    wiced_rtos_set_semaphore( &presses );
}

static uint16_t device_number( void )
{
    wiced_mac_t mac;
    uint16_t    sum = 0;

    wiced_wifi_get_mac_address( &mac );
    for ( int i = 0; i < 6; i++ )
    {
        sum += mac.octet[i];
    }
    return sum;
}

static wiced_result_t send_request( const char* request )
{
    wiced_tcp_socket_t socket;
    wiced_tcp_stream_t stream;
    wiced_result_t     result;

    wiced_tcp_create_socket( &socket, WICED_STA_INTERFACE );
    wiced_tcp_bind( &socket, WICED_ANY_PORT );
    result = wiced_tcp_connect( &socket, &server_address, SERVER_PORT, CONNECT_TIMEOUT_MS );
    if ( result == WICED_SUCCESS )
    {
        wiced_tcp_stream_init( &stream, &socket );
        wiced_tcp_stream_write( &stream, request, strlen( request ) );
        result = wiced_tcp_stream_flush( &stream );
        wiced_tcp_stream_deinit( &stream );
    }
    wiced_tcp_delete_socket( &socket );
    return result;
}

static void client_thread( wiced_thread_arg_t arg )
{
    const uint16_t device = device_number( );
    wiced_bool_t   lit    = WICED_FALSE;

    UNUSED_PARAMETER( arg );
    WPRINT_APP_INFO( ( "Device %04X\n", device ) );
    while ( 1 )
    {
        char           request[REQUEST_SIZE];
        wiced_result_t result;

        wiced_rtos_get_semaphore( &presses, WICED_WAIT_FOREVER );
        lit = lit ? WICED_FALSE : WICED_TRUE;
        wiced_led_set_state( WICED_LED_INDEX_1, lit ? WICED_LED_ON : WICED_LED_OFF );

        sprintf( request, "W%04X%02X%04X", device, LED_REGISTER, lit );
        result = send_request( request );
        if ( result == WICED_SUCCESS )
        {
            WPRINT_APP_INFO( ( "%s sent\n", request ) );
        }
        else
        {
            WPRINT_APP_INFO( ( "%s failed: %d\n", request, result ) );
        }
    }
}

void application_start( void )
{
    wiced_init( );
    if ( wiced_network_up( WICED_STA_INTERFACE, WICED_USE_EXTERNAL_DHCP_SERVER, NULL ) != WICED_SUCCESS )
    {
        WPRINT_APP_INFO( ( "No network\n" ) );
        return;
    }
    wiced_hostname_lookup( SERVER_NAME, &server_address, LOOKUP_TIMEOUT_MS, WICED_STA_INTERFACE );

    wiced_led_set_state( WICED_LED_INDEX_1, WICED_LED_OFF );
    wiced_rtos_init_semaphore( &presses );
    wiced_rtos_create_thread( &client, CLIENT_PRIORITY, "client", client_thread, CLIENT_STACK_SIZE, NULL );
    wiced_gpio_input_irq_enable( WICED_BUTTON1, IRQ_TRIGGER_FALLING_EDGE, button_pressed, NULL );
}
