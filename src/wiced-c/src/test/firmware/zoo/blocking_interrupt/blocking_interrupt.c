/* Waits in an interrupt handler, which the real board does not survive.
 *
 * Prints: "waited" for each press of button 1.
 * Lights: nothing.
 * Then:   the diagnostic blocking-in-interrupt, once, with the marked line. */
#include "wiced.h"

static void button_pressed( void* arg )
{
    UNUSED_PARAMETER( arg );
    wiced_rtos_delay_milliseconds( 10 ); /* must not wait */
    WPRINT_APP_INFO( ( "waited\n" ) );
}

void application_start( void )
{
    wiced_init( );
    wiced_gpio_input_irq_enable( WICED_BUTTON1, IRQ_TRIGGER_FALLING_EDGE, button_pressed, NULL );
}
