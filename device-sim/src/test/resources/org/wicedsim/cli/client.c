#include "wiced.h"

#define SERVER_PORT ( 27708 )
#define MESSAGE_SIZE ( 11 )

static wiced_semaphore_t pressed;

static void on_press( void* arg )
{
    (void) arg;
    wiced_rtos_set_semaphore( &pressed );
}

void application_start( void )
{
    wiced_tcp_socket_t socket;
    wiced_tcp_stream_t stream;
    wiced_ip_address_t server;
    char               answer[MESSAGE_SIZE + 1] = "";

    wiced_init( );
    wiced_network_up( WICED_STA_INTERFACE, WICED_USE_EXTERNAL_DHCP_SERVER, NULL );
    wiced_hostname_lookup( "wwep.ww101.cypress.com", &server, 10000, WICED_STA_INTERFACE );
    wiced_rtos_init_semaphore( &pressed );
    wiced_gpio_input_irq_enable( WICED_BUTTON1, IRQ_TRIGGER_FALLING_EDGE, on_press, NULL );
    wiced_rtos_get_semaphore( &pressed, WICED_WAIT_FOREVER );
    wiced_gpio_output_high( WICED_LED1 );
    wiced_tcp_create_socket( &socket, WICED_STA_INTERFACE );
    wiced_tcp_bind( &socket, WICED_ANY_PORT );
    wiced_tcp_connect( &socket, &server, SERVER_PORT, 2000 );
    wiced_tcp_stream_init( &stream, &socket );
    wiced_tcp_stream_write( &stream, "W01D6050001", MESSAGE_SIZE );
    wiced_tcp_stream_flush( &stream );
    wiced_tcp_stream_read( &stream, answer, MESSAGE_SIZE, 5000 );
    WPRINT_APP_INFO( ( "Answer %s\n", answer ) );
    wiced_tcp_stream_deinit( &stream );
    wiced_tcp_delete_socket( &socket );
}
