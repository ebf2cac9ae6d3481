/* Blinks.
 *
 * Prints: "on" and "off" in turn, once each 250 ms.
 * Lights: LED 1 on for 250 ms, off for 250 ms.
 * Sends:  nothing. */
#include "wiced.h"

#define HALF_PERIOD_MS ( 250 )

void application_start( void )
{
    wiced_init( );
    while ( 1 )
    {
        wiced_gpio_output_high( WICED_LED1 );
        WPRINT_APP_INFO( ( "on\n" ) );
        wiced_rtos_delay_milliseconds( HALF_PERIOD_MS );
        wiced_gpio_output_low( WICED_LED1 );
        WPRINT_APP_INFO( ( "off\n" ) );
        wiced_rtos_delay_milliseconds( HALF_PERIOD_MS );
    }
}
