/* Hands the SDK a pointer to nowhere: Java never sees it.
 *
 * Prints: "before".
 * Then:   the firmware crashed in wiced_dct_write, at address 0x8, read; its line is that of the call. */
#include "wiced.h"

void application_start( void )
{
    wiced_init( );
    WPRINT_APP_INFO( ( "before\n" ) );
    wiced_dct_write( (const void*) 8, DCT_APP_SECTION, 0, 4 ); /* crashes here */
    WPRINT_APP_INFO( ( "behind\n" ) );
}
