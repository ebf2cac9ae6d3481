/* Writes through a null pointer, in a thread, two calls deep.
 *
 * Prints: "before".
 * Then:   the firmware crashed in store, at address 0x4, written; called by worker_thread. */
#include "wiced.h"

typedef struct
{
    int first;
    int second;
} pair_t;

static pair_t* volatile pair;

static void store( int value )
{
    pair->second = value; /* crashes here */
}

static void worker_thread( wiced_thread_arg_t arg )
{
    store( (int) arg );
}

void application_start( void )
{
    static wiced_thread_t worker;

    wiced_init( );
    WPRINT_APP_INFO( ( "before\n" ) );
    wiced_rtos_create_thread( &worker, 10, "worker", worker_thread, 4096, (void*) 7 );
}
