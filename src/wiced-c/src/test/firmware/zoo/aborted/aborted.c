/* Ends itself.
 *
 * Prints: "before".
 * Then:   the firmware crashed in abort, called by give_up. */
#include "wiced.h"

static void give_up( void )
{
    abort( ); /* crashes here */
}

void application_start( void )
{
    wiced_init( );
    WPRINT_APP_INFO( ( "before\n" ) );
    give_up( );
}
