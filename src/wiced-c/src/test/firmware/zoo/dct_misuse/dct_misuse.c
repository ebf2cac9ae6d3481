/* Does with the DCT what must not be done.
 *
 * Prints: "behind the end: 4", "not simulated: 4", "not for applications: 4", "unlocked twice: 0".
 * Lights: nothing.
 * Then:   the diagnostic dct for each, and for an unlock with the other flag. */
#include "wiced.h"

void application_start( void )
{
    void*    data;
    uint32_t number = 1;

    wiced_init( );
    WPRINT_APP_INFO( ( "behind the end: %d\n", wiced_dct_write( &number, DCT_APP_SECTION, 100000, sizeof( number ) ) ) );
    WPRINT_APP_INFO( ( "not simulated: %d\n", wiced_dct_read_lock( &data, WICED_FALSE, DCT_BT_CONFIG_SECTION, 0, 4 ) ) );
    WPRINT_APP_INFO( ( "not for applications: %d\n", wiced_dct_write( &number, DCT_INTERNAL_SECTION, 0, sizeof( number ) ) ) );
    wiced_dct_read_lock( &data, WICED_TRUE, DCT_APP_SECTION, 0, sizeof( number ) );
    wiced_dct_read_unlock( data, WICED_FALSE );
    WPRINT_APP_INFO( ( "unlocked twice: %d\n", wiced_dct_read_unlock( data, WICED_FALSE ) ) );
}
