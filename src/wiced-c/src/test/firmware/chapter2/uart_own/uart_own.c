/* A serial line without stdio: the makefile switches it off, and the program sets the line up.
 *
 * Prints: "ready", then each key twice; no banner, and nothing of WPRINT_APP_INFO.
 * Lights: nothing.
 * Sends:  nothing. */
#include "wiced.h"

#define BUFFER_SIZE ( 64 )

static wiced_ring_buffer_t buffer;
static uint8_t             octets[BUFFER_SIZE];

void application_start( void )
{
    const wiced_uart_config_t config = {
        .baud_rate    = 9600,
        .data_width   = DATA_WIDTH_8BIT,
        .parity       = NO_PARITY,
        .stop_bits    = STOP_BITS_1,
        .flow_control = FLOW_CONTROL_DISABLED,
    };

    wiced_init( );
    ring_buffer_init( &buffer, octets, BUFFER_SIZE );
    wiced_uart_init( STDIO_UART, &config, &buffer );
    WPRINT_APP_INFO( ( "nobody sees this\n" ) );
    wiced_uart_transmit_bytes( STDIO_UART, "ready\n", 6 );
    while ( 1 )
    {
        char     key[2];
        uint32_t size = 1;

        wiced_uart_receive_bytes( STDIO_UART, key, &size, WICED_WAIT_FOREVER );
        key[1] = key[0];
        wiced_uart_transmit_bytes( STDIO_UART, key, 2 );
    }
}
