/* Hands NULL to a function of the C library: the crash is there, the fault is here.
 *
 * Prints: "before".
 * Then:   the firmware crashed in the C library, called by length_of, at address 0x0, read. */
#include "wiced.h"

static const char* volatile text;

static size_t length_of( void )
{
    return strlen( text ); /* crashes here */
}

void application_start( void )
{
    wiced_init( );
    WPRINT_APP_INFO( ( "before\n" ) );
    WPRINT_APP_INFO( ( "%u\n", (unsigned int) length_of( ) ) );
}
