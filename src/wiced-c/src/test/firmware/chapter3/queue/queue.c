/* An interrupt hands numbers to a thread by a queue.
 *
 * Prints: "odd size: 4", "nothing yet: 2", "full: 1032", "3 wait", "1", "2", "3", then a number for
 *         each press of button 1: "101", "102", ...
 * Lights: LED 1 is on while the last number was odd.
 * Sends:  nothing. */
#include "wiced.h"

#define QUEUE_LENGTH ( 3 )
#define FIRST_PRESS ( 101 )

static wiced_queue_t numbers;

static void button_pressed( void* arg )
{
    uint32_t* next = arg;

    wiced_rtos_push_to_queue( &numbers, next, WICED_NO_WAIT );
    *next += 1;
}

void application_start( void )
{
    static uint32_t next = FIRST_PRESS;
    uint32_t        number;
    uint32_t        count = 0;
    wiced_queue_t   odd;

    wiced_init( );
    WPRINT_APP_INFO( ( "odd size: %d\n", wiced_rtos_init_queue( &odd, "odd", 3, QUEUE_LENGTH ) ) );
    wiced_rtos_init_queue( &numbers, "numbers", sizeof( number ), QUEUE_LENGTH );
    WPRINT_APP_INFO( ( "nothing yet: %d\n", wiced_rtos_pop_from_queue( &numbers, &number, WICED_NO_WAIT ) ) );
    for ( number = 1; number <= QUEUE_LENGTH; number++ )
    {
        wiced_rtos_push_to_queue( &numbers, &number, WICED_NO_WAIT );
    }
    WPRINT_APP_INFO( ( "full: %d\n", wiced_rtos_push_to_queue( &numbers, &number, WICED_NO_WAIT ) ) );
    wiced_rtos_get_queue_occupancy( &numbers, &count );
    WPRINT_APP_INFO( ( "%u wait\n", (unsigned int) count ) );

    wiced_gpio_input_irq_enable( WICED_BUTTON1, IRQ_TRIGGER_FALLING_EDGE, button_pressed, &next );
    while ( 1 )
    {
        wiced_rtos_pop_from_queue( &numbers, &number, WICED_WAIT_FOREVER );
        wiced_led_set_state( WICED_LED_INDEX_1, ( number % 2 ) ? WICED_LED_ON : WICED_LED_OFF );
        WPRINT_APP_INFO( ( "%u\n", (unsigned int) number ) );
    }
}
