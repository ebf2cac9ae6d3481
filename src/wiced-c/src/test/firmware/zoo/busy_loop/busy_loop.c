/* A thread that never calls anything, and one that polls a flag: everything else goes on.
 *
 * Prints: "tick 1", "tick 2", ... each 20 ms by a timer; "flag seen" once button 1 was pressed.
 * Lights: LED 1 flips with each tick.
 * Then:   the board can be switched off at any time, and says that a thread hangs. */
#include "wiced.h"

#define PERIOD_MS ( 20 )

static volatile wiced_bool_t flag;
static volatile unsigned int spins;
static wiced_thread_t        spinner;

static void on_tick( void* arg )
{
    int* ticks = arg;

    *ticks += 1;
    wiced_led_set_state( WICED_LED_INDEX_1, ( *ticks % 2 ) ? WICED_LED_ON : WICED_LED_OFF );
    WPRINT_APP_INFO( ( "tick %d\n", *ticks ) );
}

static void button_pressed( void* arg )
{
    UNUSED_PARAMETER( arg );
    flag = WICED_TRUE;
}

static void spinning_thread( wiced_thread_arg_t arg )
{
    UNUSED_PARAMETER( arg );
    while ( 1 )
    {
        spins++;
    }
}

void application_start( void )
{
    static wiced_timer_t timer;
    static int           ticks;

    wiced_init( );
    wiced_rtos_init_timer( &timer, PERIOD_MS, on_tick, &ticks );
    wiced_rtos_start_timer( &timer );
    wiced_gpio_input_irq_enable( WICED_BUTTON1, IRQ_TRIGGER_FALLING_EDGE, button_pressed, NULL );
    wiced_rtos_create_thread( &spinner, 10, "spinner", spinning_thread, 1024, NULL );
    while ( !flag )
    {
    }
    WPRINT_APP_INFO( ( "flag seen\n" ) );
}
