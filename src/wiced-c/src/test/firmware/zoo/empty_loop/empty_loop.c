/* The whole program is a loop that does nothing.
 *
 * Prints: "before".
 * Lights: nothing.
 * Then:   the board can be switched off, and says that a thread hangs. */
#include "wiced.h"

void application_start( void )
{
    wiced_init( );
    WPRINT_APP_INFO( ( "before\n" ) );
    while ( 1 )
    {
    }
}
