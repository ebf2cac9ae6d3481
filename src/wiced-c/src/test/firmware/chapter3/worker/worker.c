/* Work for worker threads: at once on the SDK's own, and each 20 ms on one of the program's.
 *
 * Prints: "event 7", then "timed 1", "timed 2", "timed 3", then "done".
 * Lights: LED 1 flips with each timed event.
 * Sends:  nothing. */
#include "wiced.h"

#define WORKER_PRIORITY ( 8 )
#define WORKER_STACK_SIZE ( 2048 )
#define WORKER_QUEUE_SIZE ( 4 )
#define PERIOD_MS ( 20 )
#define TIMES ( 3 )

static wiced_semaphore_t happened;

static wiced_result_t on_event( void* arg )
{
    WPRINT_APP_INFO( ( "event %d\n", *(int*) arg ) );
    wiced_rtos_set_semaphore( &happened );
    return WICED_SUCCESS;
}

static wiced_result_t on_time( void* arg )
{
    int* count = arg;

    if ( *count < TIMES )
    {
        *count += 1;
        wiced_led_set_state( WICED_LED_INDEX_1, ( *count % 2 ) ? WICED_LED_ON : WICED_LED_OFF );
        WPRINT_APP_INFO( ( "timed %d\n", *count ) );
        wiced_rtos_set_semaphore( &happened );
    }
    return WICED_SUCCESS;
}

void application_start( void )
{
    static int            number = 7;
    static int            count;
    wiced_worker_thread_t worker;
    wiced_timed_event_t   timed;

    wiced_init( );
    wiced_rtos_init_semaphore( &happened );
    wiced_rtos_send_asynchronous_event( WICED_HARDWARE_IO_WORKER_THREAD, on_event, &number );
    wiced_rtos_get_semaphore( &happened, WICED_WAIT_FOREVER );

    wiced_rtos_create_worker_thread( &worker, WORKER_PRIORITY, WORKER_STACK_SIZE, WORKER_QUEUE_SIZE );
    wiced_rtos_register_timed_event( &timed, &worker, on_time, PERIOD_MS, &count );
    for ( int i = 0; i < TIMES; i++ )
    {
        wiced_rtos_get_semaphore( &happened, WICED_WAIT_FOREVER );
    }
    wiced_rtos_deregister_timed_event( &timed );
    wiced_rtos_delete_worker_thread( &worker );
    WPRINT_APP_INFO( ( "done\n" ) );
}
