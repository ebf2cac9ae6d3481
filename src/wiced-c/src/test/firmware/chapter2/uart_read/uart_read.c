/* Reads keys from the console, which does not echo them.
 *
 * Prints: "0 or 1?", then "on", "off", or "<key>?" for each key, and "nothing came: 2, 0 octets" when
 *         there is none for the first 100 ms.
 * Lights: LED 1 as the keys say.
 * Sends:  nothing. */
#include "wiced.h"

#define FIRST_TIMEOUT_MS ( 100 )

void application_start( void )
{
    char           key;
    uint32_t       size = 1;
    wiced_result_t result;

    wiced_init( );
    WPRINT_APP_INFO( ( "0 or 1?\n" ) );
    result = wiced_uart_receive_bytes( STDIO_UART, &key, &size, FIRST_TIMEOUT_MS );
    if ( result != WICED_SUCCESS )
    {
        WPRINT_APP_INFO( ( "nothing came: %d, %u octets\n", result, (unsigned int) size ) );
        size = 1;
        wiced_uart_receive_bytes( STDIO_UART, &key, &size, WICED_WAIT_FOREVER );
    }
    while ( 1 )
    {
        switch ( key )
        {
            case '0':
                wiced_led_set_state( WICED_LED_INDEX_1, WICED_LED_OFF );
                WPRINT_APP_INFO( ( "off\n" ) );
                break;
            case '1':
                wiced_led_set_state( WICED_LED_INDEX_1, WICED_LED_ON );
                WPRINT_APP_INFO( ( "on\n" ) );
                break;
            default:
                WPRINT_APP_INFO( ( "%c?\n", key ) );
                break;
        }
        wiced_uart_receive_bytes( STDIO_UART, &key, &size, WICED_WAIT_FOREVER );
    }
}
