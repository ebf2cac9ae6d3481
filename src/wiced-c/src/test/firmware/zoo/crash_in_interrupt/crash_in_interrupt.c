/* Reads through a bad pointer in an interrupt handler.
 *
 * Prints: "ready".
 * Then:   once button 1 is pressed, the firmware crashed in button_pressed, at address 0x10, read. */
#include "wiced.h"

static volatile int sum;

static void button_pressed( void* arg )
{
    const volatile int* number = arg;

    sum += *number; /* crashes here */
}

void application_start( void )
{
    wiced_init( );
    wiced_gpio_input_irq_enable( WICED_BUTTON1, IRQ_TRIGGER_FALLING_EDGE, button_pressed, (void*) 0x10 );
    WPRINT_APP_INFO( ( "ready\n" ) );
}
