#pragma once

#include <limits.h>
#include <stddef.h>
#include <stdint.h>

#ifdef USE_BOOL_UINT32
typedef unsigned int wiced_bool_t;
#define WICED_FALSE ( 0u )
#define WICED_TRUE ( 1u )
#else
typedef enum
{
    WICED_FALSE = 0,
    WICED_TRUE = 1
} wiced_bool_t;
#endif

/* Waits are in milliseconds. */
#define WICED_NEVER_TIMEOUT ( 0xFFFFFFFF )
#define WICED_WAIT_FOREVER ( 0xFFFFFFFF )
#define WICED_NO_WAIT ( 0 )
