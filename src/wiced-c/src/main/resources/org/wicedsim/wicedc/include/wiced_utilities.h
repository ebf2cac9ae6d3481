#pragma once

#include <stdlib.h>
#include <string.h>

#include "wiced_debug.h"
#include "wiced_result.h"

#define UNUSED_PARAMETER( x ) ( (void) ( x ) )
#define UNUSED_VARIABLE( x ) ( (void) ( x ) )

#ifndef MIN
#define MIN( x, y ) ( ( x ) < ( y ) ? ( x ) : ( y ) )
#endif
#ifndef MAX
#define MAX( x, y ) ( ( x ) > ( y ) ? ( x ) : ( y ) )
#endif
#ifndef ROUND_UP
#define ROUND_UP( x, y ) ( ( x ) % ( y ) ? ( x ) + ( y ) - ( ( x ) % ( y ) ) : ( x ) )
#endif
#ifndef ARRAY_SIZE
#define ARRAY_SIZE( a ) ( sizeof( a ) / sizeof( ( a )[0] ) )
#endif

/* Copies, and is the address behind the copy. */
#define MEMCAT( destination, source, size ) \
    ( (void*) ( (char*) memcpy( ( destination ), ( source ), (size_t) ( size ) ) + ( size ) ) )

#define malloc_named( name, size ) malloc( size )
#define MALLOC_OBJECT( name, object_type ) ( (object_type*) malloc_named( name, sizeof( object_type ) ) )
