/* An interrupt wakes a thread by a semaphore, which counts.
 *
 * Prints: "press 1", "press 2", ... for button 1; "no press: 2" after the first 100 ms without one.
 * Lights: LED 1 flips with each press.
 * Sends:  nothing. */
#include "wiced.h"

#define FIRST_TIMEOUT_MS ( 100 )
#define BLINK_STACK_SIZE ( 1024 )
#define BLINK_PRIORITY ( 10 )

static wiced_semaphore_t presses;
static wiced_thread_t    blinker;

static void button_pressed( void* arg )
{
    UNUSED_PARAMETER( arg );
    wiced_rtos_set_semaphore( &presses );
}

static void blink_thread( wiced_thread_arg_t arg )
{
    int            count  = 0;
    wiced_result_t result = wiced_rtos_get_semaphore( &presses, FIRST_TIMEOUT_MS );

    UNUSED_PARAMETER( arg );
    if ( result != WICED_SUCCESS )
    {
        WPRINT_APP_INFO( ( "no press: %d\n", result ) );
        wiced_rtos_get_semaphore( &presses, WICED_WAIT_FOREVER );
    }
    while ( 1 )
    {
        count++;
        wiced_led_set_state( WICED_LED_INDEX_1, ( count % 2 ) ? WICED_LED_ON : WICED_LED_OFF );
        WPRINT_APP_INFO( ( "press %d\n", count ) );
        wiced_rtos_get_semaphore( &presses, WICED_WAIT_FOREVER );
    }
}

void application_start( void )
{
    wiced_init( );
    wiced_rtos_init_semaphore( &presses );
    wiced_rtos_create_thread( &blinker, BLINK_PRIORITY, "blinker", blink_thread, BLINK_STACK_SIZE, NULL );
    wiced_gpio_input_irq_enable( WICED_BUTTON1, IRQ_TRIGGER_FALLING_EDGE, button_pressed, NULL );
}
