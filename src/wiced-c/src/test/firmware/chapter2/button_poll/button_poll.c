/* Looks at a button again and again.
 *
 * Prints: nothing.
 * Lights: LED 1 is on while button 1 is pressed; LED 2 is its opposite.
 * Sends:  nothing. */
#include "wiced.h"

void application_start( void )
{
    wiced_init( );
    while ( 1 )
    {
        const wiced_bool_t released = wiced_gpio_input_get( WICED_BUTTON1 );

        wiced_led_set_state( WICED_LED_INDEX_1, released ? WICED_LED_OFF : WICED_LED_ON );
        wiced_led_set_state( WICED_LED_INDEX_2, released ? WICED_LED_ON : WICED_LED_OFF );
        wiced_rtos_delay_milliseconds( 1 );
    }
}
