/* Names that do not compile, with a reason: functions of the SDK that the simulator does not have,
 * and spellings that the SDK does not have. */
#pragma once

#include "wiced_result.h"

#if defined( __clang__ )
#define WICED_SIM_REFUSED( message ) __attribute__( ( unavailable( message ) ) )
#else
#define WICED_SIM_REFUSED( message ) __attribute__( ( error( message ) ) )
#endif

/* Without parameters, so that the arguments are not what the compiler complains about. */
#define WICED_SIM_NOT_SIMULATED( function, what ) \
    wiced_result_t function() WICED_SIM_REFUSED( #function " is part of the SDK, and this simulator does not have " what )

#define WICED_SIM_NO_SUCH_FUNCTION( function, right ) \
    wiced_result_t function() WICED_SIM_REFUSED( #function " is not part of the SDK: did you mean " #right "?" )
