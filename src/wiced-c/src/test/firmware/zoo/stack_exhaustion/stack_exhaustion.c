/* Calls itself for ever.
 *
 * Prints: "before".
 * Then:   the firmware crashed in deeper: its stack is exhausted. */
#include "wiced.h"

static volatile int depth;

static int deeper( int level ) /* crashes here */
{
    volatile char frame[256];

    frame[0] = (char) level;
    depth    = level;
    return deeper( level + 1 ) + frame[0];
}

void application_start( void )
{
    wiced_init( );
    WPRINT_APP_INFO( ( "before\n" ) );
    WPRINT_APP_INFO( ( "%d\n", deeper( 0 ) ) );
}
