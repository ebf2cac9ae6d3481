/* Exercise 03: as 02 with button 1 alone, over TLS. The server's own certificate is the root that is
 * trusted; it comes from the resources.
 *
 * Prints: "W01D6050001: A01D6050001" for each press; "W01D6050001: failed, 4" when the server has
 *         another certificate.
 * Lights: LED 1 flips with each press.
 * Sends:  W<device>05<state> to 198.51.100.3:40508, sealed. */
#include "resources.h"
#include "wiced.h"
#include "wiced_tls.h"

#define SERVER_NAME "wwep.ww101.cypress.com"
#define SERVER_PORT ( 40508 )
#define LOOKUP_TIMEOUT_MS ( 10000 )
#define CONNECT_TIMEOUT_MS ( 2000 )
#define ANSWER_TIMEOUT_MS ( 5000 )

#define LED_REGISTER ( 0x05 )
#define REQUEST_SIZE ( 12 )
#define ANSWER_LENGTH ( 11 )
#define MAX_CERTIFICATE_SIZE ( 4096 )

#define CLIENT_PRIORITY ( 10 )
#define CLIENT_STACK_SIZE ( 10000 )

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

static wiced_result_t trust_server( void )
{
    const char*    certificate;
    uint32_t       size;
    wiced_result_t result;

    if ( resource_get_readonly_buffer( &resources_certificates_DIR_wwep_cert_pem, 0, MAX_CERTIFICATE_SIZE, &size, (const void**) &certificate ) != RESOURCE_SUCCESS )
    {
        return WICED_ERROR;
    }
    result = wiced_tls_init_root_ca_certificates( certificate, size );
    resource_free_readonly_buffer( &resources_certificates_DIR_wwep_cert_pem, certificate );
    return result;
}

static wiced_result_t ask( const char* request, char* answer )
{
    wiced_tls_context_t tls_context;
    wiced_tcp_socket_t  socket;
    wiced_tcp_stream_t  stream;
    wiced_result_t      result;

    memset( answer, 0, ANSWER_LENGTH + 1 );
    wiced_tcp_create_socket( &socket, WICED_STA_INTERFACE );
    wiced_tcp_bind( &socket, WICED_ANY_PORT );
    wiced_tls_init_context( &tls_context, NULL, NULL );
    wiced_tcp_enable_tls( &socket, &tls_context );
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
    wiced_tls_deinit_context( &tls_context );
    return result;
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
        wiced_result_t result;

        wiced_rtos_get_semaphore( &presses, WICED_WAIT_FOREVER );
        lit = lit ? WICED_FALSE : WICED_TRUE;
        wiced_led_set_state( WICED_LED_INDEX_1, lit ? WICED_LED_ON : WICED_LED_OFF );

        sprintf( request, "W%04X%02X%04X", device, LED_REGISTER, lit );
        result = ask( request, answer );
        if ( answer[0] != '\0' )
        {
            WPRINT_APP_INFO( ( "%s: %s\n", request, answer ) );
        }
        else
        {
            WPRINT_APP_INFO( ( "%s: failed, %d\n", request, result ) );
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
    if ( trust_server( ) != WICED_SUCCESS )
    {
        WPRINT_APP_INFO( ( "No root certificate\n" ) );
        return;
    }

    wiced_led_set_state( WICED_LED_INDEX_1, WICED_LED_OFF );
    wiced_rtos_init_semaphore( &presses );
    wiced_rtos_create_thread( &client, CLIENT_PRIORITY, "client", client_thread, CLIENT_STACK_SIZE, NULL );
    wiced_gpio_input_irq_enable( WICED_BUTTON1, IRQ_TRIGGER_FALLING_EDGE, button_pressed, NULL );
}
