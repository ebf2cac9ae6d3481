/* Says which line does not hold, and goes on; the program's exit code is how many there were. */
#pragma once

#include <stdio.h>

static int broken;

#define CHECK( condition ) \
    do \
    { \
        if ( !( condition ) ) \
        { \
            printf( "line %d: %s\n", __LINE__, #condition ); \
            broken++; \
        } \
    } while ( 0 )
