/* Two threads share the console by a mutex: a line that consists of several prints stays whole.
 *
 * Prints: ten lines "one one one" and ten lines "two two two", each whole; then "unlocked by a
 *         stranger: 4" and "done".
 * Lights: nothing.
 * Sends:  nothing. */
#include "wiced.h"

#define LINES ( 10 )
#define WORDS ( 3 )
#define WRITER_PRIORITY ( 10 )
#define WRITER_STACK_SIZE ( 1024 )

static wiced_mutex_t     console;
static wiced_semaphore_t finished;

static void write_lines( const char* word )
{
    for ( int line = 0; line < LINES; line++ )
    {
        wiced_rtos_lock_mutex( &console );
        for ( int i = 0; i < WORDS; i++ )
        {
            WPRINT_APP_INFO( ( ( i + 1 < WORDS ) ? "%s " : "%s\n", word ) );
            wiced_rtos_delay_milliseconds( 1 );
        }
        wiced_rtos_unlock_mutex( &console );
    }
    wiced_rtos_set_semaphore( &finished );
}

static void first_thread( wiced_thread_arg_t arg )
{
    UNUSED_PARAMETER( arg );
    write_lines( "one" );
}

static void second_thread( wiced_thread_arg_t arg )
{
    UNUSED_PARAMETER( arg );
    write_lines( "two" );
}

static void locking_thread( wiced_thread_arg_t arg )
{
    UNUSED_PARAMETER( arg );
    /* Twice: its owner may. */
    wiced_rtos_lock_mutex( &console );
    wiced_rtos_lock_mutex( &console );
    wiced_rtos_set_semaphore( &finished );
}

void application_start( void )
{
    wiced_thread_t first;
    wiced_thread_t second;
    wiced_thread_t locking;

    wiced_init( );
    wiced_rtos_init_mutex( &console );
    wiced_rtos_init_semaphore( &finished );
    wiced_rtos_create_thread( &first, WRITER_PRIORITY, "first", first_thread, WRITER_STACK_SIZE, NULL );
    wiced_rtos_create_thread( &second, WRITER_PRIORITY, "second", second_thread, WRITER_STACK_SIZE, NULL );
    wiced_rtos_get_semaphore( &finished, WICED_WAIT_FOREVER );
    wiced_rtos_get_semaphore( &finished, WICED_WAIT_FOREVER );

    wiced_rtos_create_thread( &locking, WRITER_PRIORITY, "locking", locking_thread, WRITER_STACK_SIZE, NULL );
    wiced_rtos_get_semaphore( &finished, WICED_WAIT_FOREVER );
    WPRINT_APP_INFO( ( "unlocked by a stranger: %d\n", wiced_rtos_unlock_mutex( &console ) ) );
    WPRINT_APP_INFO( ( "done\n" ) );
}
