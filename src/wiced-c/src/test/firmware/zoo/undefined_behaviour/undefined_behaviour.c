/* Overflows a signed number and shifts too far: found with --sanitize, which goes on.
 *
 * Prints: "behind".
 * Then:   with --sanitize two runtime errors are reported, one for each line that is marked. */
#include "wiced.h"

void application_start( void )
{
    volatile int number = INT_MAX;
    volatile int places = 40;

    wiced_init( );
    number = number + 1; /* overflows */
    number = 1 << places; /* shifts too far */
    WPRINT_APP_INFO( ( "behind\n" ) );
}
