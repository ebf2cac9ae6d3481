/* application_start never returns; interrupts and other threads go on beside it.
 *
 * Prints: "alive" each 50 ms; "press" for each press of button 1.
 * Lights: LED 1 flips with each press.
 * Then:   the board can be switched off at any time. */
#include "wiced.h"

#define PERIOD_MS ( 50 )

static wiced_semaphore_t presses;
static wiced_thread_t    listener;

static void button_pressed( void* arg )
{
    UNUSED_PARAMETER( arg );
    wiced_rtos_set_semaphore( &presses );
}

static void listening_thread( wiced_thread_arg_t arg )
{
    wiced_bool_t lit = WICED_FALSE;

    UNUSED_PARAMETER( arg );
    while ( wiced_rtos_get_semaphore( &presses, WICED_NEVER_TIMEOUT ) == WICED_SUCCESS )
    {
        lit = lit ? WICED_FALSE : WICED_TRUE;
        wiced_led_set_state( WICED_LED_INDEX_1, lit ? WICED_LED_ON : WICED_LED_OFF );
        WPRINT_APP_INFO( ( "press\n" ) );
    }
}

void application_start( void )
{
    wiced_init( );
    wiced_rtos_init_semaphore( &presses );
    wiced_rtos_create_thread( &listener, 10, "listener", listening_thread, 1024, NULL );
    wiced_gpio_input_irq_enable( WICED_BUTTON1, IRQ_TRIGGER_FALLING_EDGE, button_pressed, NULL );
    while ( 1 )
    {
        WPRINT_APP_INFO( ( "alive\n" ) );
        wiced_rtos_delay_milliseconds( PERIOD_MS );
    }
}
