/* A timer flips LED 1 ten times, and is stopped.
 *
 * Prints: "running: 0", then "10 ticks", then "running: 4".
 * Lights: LED 1 flips each 20 ms, five times on; it is off in the end.
 * Sends:  nothing. */
#include "wiced.h"

#define PERIOD_MS ( 20 )
#define TICKS ( 10 )

static wiced_semaphore_t ticks;

static void on_tick( void* arg )
{
    wiced_bool_t* lit = arg;

    *lit = *lit ? WICED_FALSE : WICED_TRUE;
    wiced_led_set_state( WICED_LED_INDEX_1, *lit ? WICED_LED_ON : WICED_LED_OFF );
    wiced_rtos_set_semaphore( &ticks );
}

void application_start( void )
{
    static wiced_bool_t lit = WICED_FALSE;
    wiced_timer_t       timer;

    wiced_init( );
    wiced_rtos_init_semaphore( &ticks );
    wiced_rtos_init_timer( &timer, PERIOD_MS, on_tick, &lit );
    wiced_rtos_start_timer( &timer );
    WPRINT_APP_INFO( ( "running: %d\n", wiced_rtos_is_timer_running( &timer ) ) );
    for ( int i = 0; i < TICKS; i++ )
    {
        wiced_rtos_get_semaphore( &ticks, WICED_WAIT_FOREVER );
    }
    wiced_rtos_stop_timer( &timer );
    WPRINT_APP_INFO( ( "%d ticks\n", TICKS ) );
    WPRINT_APP_INFO( ( "running: %d\n", wiced_rtos_is_timer_running( &timer ) ) );
    wiced_rtos_deinit_timer( &timer );
}
