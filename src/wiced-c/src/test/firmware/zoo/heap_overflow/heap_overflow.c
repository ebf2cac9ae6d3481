/* Writes behind an allocation: unseen by most machines, found with --sanitize.
 *
 * Prints: "behind", without the sanitizer.
 * Then:   with it, a heap buffer overflow in fill is reported, and the board ends. */
#include "wiced.h"

static void fill( char* memory, int length )
{
    for ( int i = 0; i <= length; i++ )
    {
        memory[i] = 'x'; /* one too many */
    }
}

void application_start( void )
{
    char* memory = malloc( 20 );

    wiced_init( );
    fill( memory, 20 );
    WPRINT_APP_INFO( ( "behind\n" ) );
    free( memory );
}
