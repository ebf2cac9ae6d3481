/* Exercise 02: as 01, and the answer is read. Button 1 sends a legal request, button 2 one that is
 * cut short.
 *
 * Prints: "W01D6050001: accepted" for button 1, "W01D605: refused" for button 2, and the code of the
 *         SDK where there was no answer.
 * Lights: LED 1 flips with button 1 alone.
 * Sends:  W<device>05<state>, or W<device>05, to 198.51.100.3:27708. */
#include "wiced.h"

#define SERVER_NAME "wwep.ww101.cypress.com"
#define SERVER_PORT ( 27708 )
#define LOOKUP_TIMEOUT_MS ( 10000 )
#define CONNECT_TIMEOUT_MS ( 2000 )
#define ANSWER_TIMEOUT_MS ( 5000 )

#define LED_REGISTER ( 0x05 )
#define REQUEST_SIZE ( 12 )
#define ANSWER_LENGTH ( 11 )

#define CLIENT_PRIORITY ( 10 )
#define CLIENT_STACK_SIZE ( 6200 )
#define MAX_PRESSES ( 8 )

static wiced_ip_address_t INITIALISER_IPV4_ADDRESS( server_address, MAKE_IPV4_ADDRESS( 198, 51, 100, 3 ) );

/* Which button was pressed: messages are words. */
static wiced_queue_t  presses;
static wiced_thread_t client;

static void legal_button_pressed( void* arg )
{
    uint32_t legal = WICED_TRUE;

    UNUSED_PARAMETER( arg );
    wiced_rtos_push_to_queue( &presses, &legal, WICED_NO_WAIT );
}

static void illegal_button_pressed( void* arg )
{
    uint32_t legal = WICED_FALSE;

    UNUSED_PARAMETER( arg );
    wiced_rtos_push_to_queue( &presses, &legal, WICED_NO_WAIT );
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

/* Sends a request and reads the answer, which becomes a string. A short answer is one, too: what came
 * before the time-out, or before the server closed, is in the buffer. */
static wiced_result_t ask( const char* request, char* answer )
{
    wiced_tcp_socket_t socket;
    wiced_tcp_stream_t stream;
    wiced_result_t     result;

    memset( answer, 0, ANSWER_LENGTH + 1 );
    wiced_tcp_create_socket( &socket, WICED_STA_INTERFACE );
    wiced_tcp_bind( &socket, WICED_ANY_PORT );
    result = wiced_tcp_connect( &socket, &server_address, SERVER_PORT, CONNECT_TIMEOUT_MS );
    if ( result == WICED_SUCCESS )
    {
        wiced_tcp_stream_init( &stream, &socket );
        wiced_tcp_stream_write( &stream, request, strlen( request ) );
        wiced_tcp_stream_flush( &stream );
        result = wiced_tcp_stream_read( &stream, answer, ANSWER_LENGTH, ANSWER_TIMEOUT_MS );
        wiced_tcp_stream_deinit( &stream );
    }
    wiced_tcp_delete_socket( &socket );
    return result;
}

static void judge( const char* request, const char* answer, wiced_result_t result )
{
    if ( answer[0] == 'A' && strcmp( answer + 1, request + 1 ) == 0 )
    {
        WPRINT_APP_INFO( ( "%s: accepted\n", request ) );
    }
    else if ( answer[0] == 'X' )
    {
        WPRINT_APP_INFO( ( "%s: refused\n", request ) );
    }
    else if ( answer[0] == '\0' )
    {
        WPRINT_APP_INFO( ( "%s: no answer, %d\n", request, result ) );
    }
    else
    {
        WPRINT_APP_INFO( ( "%s: malformed answer %s\n", request, answer ) );
    }
}

static void client_thread( wiced_thread_arg_t arg )
{
    const uint16_t device = device_number( );
    wiced_bool_t   lit    = WICED_FALSE;

    UNUSED_PARAMETER( arg );
    while ( 1 )
    {
        char           request[REQUEST_SIZE];
        char           answer[ANSWER_LENGTH + 1];
        uint32_t       legal;
        wiced_result_t result;

        wiced_rtos_pop_from_queue( &presses, &legal, WICED_WAIT_FOREVER );
        if ( legal )
        {
            lit = lit ? WICED_FALSE : WICED_TRUE;
            wiced_led_set_state( WICED_LED_INDEX_1, lit ? WICED_LED_ON : WICED_LED_OFF );
            sprintf( request, "W%04X%02X%04X", device, LED_REGISTER, lit );
        }
        else
        {
            sprintf( request, "W%04X%02X", device, LED_REGISTER );
        }
        result = ask( request, answer );
        judge( request, answer, result );
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
    wiced_rtos_init_queue( &presses, "presses", sizeof( uint32_t ), MAX_PRESSES );
    wiced_rtos_create_thread( &client, CLIENT_PRIORITY, "client", client_thread, CLIENT_STACK_SIZE, NULL );
    wiced_gpio_input_irq_enable( WICED_BUTTON1, IRQ_TRIGGER_FALLING_EDGE, legal_button_pressed, NULL );
    wiced_gpio_input_irq_enable( WICED_BUTTON2, IRQ_TRIGGER_FALLING_EDGE, illegal_button_pressed, NULL );
}
