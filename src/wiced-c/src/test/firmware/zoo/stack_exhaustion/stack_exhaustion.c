/* Calls itself for ever.
 *
 * Prints: "before".
 * Then:   the firmware crashed in deeper: its stack is exhausted. */
#include "wiced.h"

static volatile int depth;
static volatile int deepest = INT_MAX;

static int deeper( int level ) /* crashes here */
{
    volatile char frame[256];

    frame[0] = (char) level;
    depth    = level;
    return ( level < deepest ) ? deeper( level + 1 ) + frame[0] : level;
}

void application_start( void )
{
    wiced_init( );
    WPRINT_APP_INFO( ( "before\n" ) );
    WPRINT_APP_INFO( ( "%d\n", deeper( 0 ) ) );
}
