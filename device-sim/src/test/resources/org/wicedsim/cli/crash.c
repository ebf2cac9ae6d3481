#include "wiced.h"

static wiced_semaphore_t pressed;

static void on_press( void* arg ) { (void) arg; wiced_rtos_set_semaphore( &pressed ); }
static void sendData( volatile int* data )
{
    *data = 1;
}

void application_start( void )
{
    wiced_rtos_init_semaphore( &pressed );
    wiced_gpio_input_irq_enable( WICED_BUTTON1, IRQ_TRIGGER_FALLING_EDGE, on_press, NULL );
    WPRINT_APP_INFO( ( "ready\n" ) );
    wiced_rtos_get_semaphore( &pressed, WICED_WAIT_FOREVER );
    sendData( NULL );
}
