/* Frees memory twice.
 *
 * Prints: "before".
 * Then:   the firmware crashed in release: the C library noticed that the heap is corrupt. */
#include "wiced.h"

static void release( void* volatile memory )
{
    free( memory ); /* crashes here the second time */
}

void application_start( void )
{
    void* memory = malloc( 100 );

    wiced_init( );
    WPRINT_APP_INFO( ( "before\n" ) );
    release( memory );
    release( memory ); /* again */
    WPRINT_APP_INFO( ( "behind\n" ) );
}
