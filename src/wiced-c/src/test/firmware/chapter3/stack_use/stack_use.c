/* Finds out how much of its stack a thread has used: a stack is filled with 0xEF, and grows from its
 * end towards its start.
 *
 * Prints: "stack of 4096 octets", "used: at least 1000", "left: some". (How much exactly differs
 *         between machines.)
 * Lights: nothing.
 * Sends:  nothing. */
#include "wiced.h"

#define STACK_SIZE ( 4096 )
#define STACK_FILL ( 0xEF )
#define WORK_SIZE ( 1000 )

static void working_thread( wiced_thread_arg_t arg )
{
    volatile uint8_t work[WORK_SIZE];

    UNUSED_PARAMETER( arg );
    for ( int i = 0; i < WORK_SIZE; i++ )
    {
        work[i] = (uint8_t) i;
    }
    wiced_rtos_delay_milliseconds( work[WORK_SIZE - 1] );
}

void application_start( void )
{
    wiced_thread_t thread;

    wiced_init( );
    wiced_rtos_create_thread( &thread, WICED_APPLICATION_PRIORITY - 1, "working", working_thread, STACK_SIZE, NULL );

    const TX_THREAD* bounds = (TX_THREAD*) &thread;
    const uint8_t*   start  = bounds->tx_thread_stack_start;
    const uint8_t*   end    = bounds->tx_thread_stack_end;
    const uint8_t*   lowest = start;

    while ( lowest <= end && *lowest == STACK_FILL )
    {
        lowest++;
    }
    WPRINT_APP_INFO( ( "stack of %d octets\n", (int) ( end - start ) + 1 ) );
    WPRINT_APP_INFO( ( "used: %s %d\n", ( end - lowest + 1 >= WORK_SIZE ) ? "at least" : "less than", WORK_SIZE ) );
    WPRINT_APP_INFO( ( "left: %s\n", ( lowest > start ) ? "some" : "none" ) );
    wiced_rtos_thread_join( &thread );
}
