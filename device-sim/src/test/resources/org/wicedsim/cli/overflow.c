#include "wiced.h"

#include <limits.h>
#include <stdlib.h>

static int add( int a, int b )
{
    return a + b;
}

static void fill( char* buffer, volatile int size )
{
    for ( int i = 0; i <= size; i++ )
        buffer[i] = 'x';
}

void application_start( void )
{
    char* buffer = malloc( 8 );
    WPRINT_APP_INFO( ( "%d\n", add( INT_MAX, 1 ) ) );
    fill( buffer, 8 );
    free( buffer );
}
