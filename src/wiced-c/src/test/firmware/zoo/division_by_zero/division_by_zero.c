/* Divides by zero.
 *
 * Prints: "before".
 * Then:   the firmware crashed in average: division by zero. (A machine whose division has no trap,
 *         such as aarch64, prints "average 0" instead.) */
#include "wiced.h"

static int average( int sum, int count )
{
    return sum / count; /* crashes here */
}

void application_start( void )
{
    volatile int count = 0;

    wiced_init( );
    WPRINT_APP_INFO( ( "before\n" ) );
    WPRINT_APP_INFO( ( "average %d\n", average( 100, count ) ) );
}
