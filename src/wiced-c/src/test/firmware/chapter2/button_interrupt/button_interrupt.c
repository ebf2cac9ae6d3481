/* Two interrupts: LED 1 is switched by button 1 as it is pressed, LED 2 follows button 2.
 *
 * Prints: "ready".
 * Lights: LED 1 flips each time button 1 is pressed; LED 2 is on while button 2 is.
 * Sends:  nothing. application_start has returned when the buttons are pressed. */
#include "wiced.h"

static void flip( void* arg )
{
    wiced_bool_t* lit = arg;

    *lit = *lit ? WICED_FALSE : WICED_TRUE;
    if ( *lit )
    {
        wiced_gpio_output_high( WICED_LED1 );
    }
    else
    {
        wiced_gpio_output_low( WICED_LED1 );
    }
}

static void follow( void* arg )
{
    UNUSED_PARAMETER( arg );
    wiced_led_set_state( WICED_LED_INDEX_2, wiced_gpio_input_get( WICED_BUTTON2 ) ? WICED_LED_OFF : WICED_LED_ON );
}

void application_start( void )
{
    static wiced_bool_t lit = WICED_FALSE;

    wiced_init( );
    wiced_gpio_input_irq_enable( WICED_BUTTON1, IRQ_TRIGGER_FALLING_EDGE, flip, &lit );
    wiced_gpio_input_irq_enable( WICED_BUTTON2, IRQ_TRIGGER_BOTH_EDGES, follow, NULL );
    WPRINT_APP_INFO( ( "ready\n" ) );
}
