/* Copies more into an array on the stack than it holds.
 *
 * Prints: "before".
 * Then:   the firmware crashed in copy, as it returns: an array on the stack was overrun. */
#include "wiced.h"

static volatile int length = 64;

static void copy( const char* from )
{
    char to[8];

    for ( int i = 0; i < length; i++ )
    {
        ( (volatile char*) to )[i] = from[i];
    }
    UNUSED_VARIABLE( to );
} /* crashes here */

void application_start( void )
{
    static const char from[64] = "a text that is longer than the array that it is copied to";

    wiced_init( );
    WPRINT_APP_INFO( ( "before\n" ) );
    copy( from );
    WPRINT_APP_INFO( ( "behind\n" ) );
}
