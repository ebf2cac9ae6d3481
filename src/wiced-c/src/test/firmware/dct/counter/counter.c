/* Counts its starts in the application's section of the DCT, which begins with what the makefile's
 * APPLICATION_DCT says.
 *
 * Prints: "start 101, name first board" at the first start, "start 102, ..." at the next one.
 * Lights: nothing.
 * Sends:  nothing. */
#include "counter_dct.h"
#include "wiced.h"

void application_start( void )
{
    counter_dct_t* dct;

    wiced_init( );
    if ( wiced_dct_read_lock( (void**) &dct, WICED_TRUE, DCT_APP_SECTION, 0, sizeof( *dct ) ) != WICED_SUCCESS )
    {
        WPRINT_APP_INFO( ( "no DCT\n" ) );
        return;
    }
    dct->starts++;
    WPRINT_APP_INFO( ( "start %u, name %s\n", (unsigned int) dct->starts, dct->name ) );
    wiced_dct_write( &dct->starts, DCT_APP_SECTION, offsetof( counter_dct_t, starts ), sizeof( dct->starts ) );
    wiced_dct_read_unlock( dct, WICED_TRUE );
}
