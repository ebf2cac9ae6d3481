/* Everything that prints: the SDK's macros, stdio, and the serial line itself.
 *
 * Prints: "info 1", "lib 2", "printf 3.50", "puts", "line", "in one line", and no "debug" or "error".
 * Lights: nothing.
 * Sends:  nothing. */
#include "wiced.h"

void application_start( void )
{
    const char line[] = "line\r\n";

    wiced_init( );
    WPRINT_APP_INFO( ( "info %d\n", 1 ) );
    WPRINT_LIB_INFO( ( "lib %u\n", 2u ) );
    WPRINT_APP_DEBUG( ( "debug\n" ) );
    WPRINT_APP_ERROR( ( "error\n" ) );
    printf( "printf %.2f\n", 3.5 );
    puts( "puts" );
    wiced_uart_transmit_bytes( STDIO_UART, line, strlen( line ) );
    WPRINT_APP_INFO( ( "in " ) );
    WPRINT_APP_INFO( ( "one line\n" ) );
}
