#pragma once

#include <stdint.h>

#include "wiced_result.h"
#include "wiced_sim_absent.h"

/* In milliseconds. */
#define MILLISECONDS ( 1 )
#define SECONDS ( 1000 )
#define MINUTES ( 60 * SECONDS )
#define HOURS ( 60 * MINUTES )
#define DAYS ( 24 * HOURS )

typedef uint32_t wiced_time_t;        /* milliseconds */
typedef uint32_t wiced_utc_time_t;    /* seconds */
typedef uint64_t wiced_utc_time_ms_t; /* milliseconds */

/* The time since the board was switched on. */
wiced_result_t wiced_time_get_time( wiced_time_t* time );
wiced_result_t wiced_time_set_time( const wiced_time_t* time );

WICED_SIM_NOT_SIMULATED( wiced_time_get_utc_time, "a clock of the day" );
WICED_SIM_NOT_SIMULATED( wiced_time_get_utc_time_ms, "a clock of the day" );
WICED_SIM_NOT_SIMULATED( wiced_time_set_utc_time_ms, "a clock of the day" );
WICED_SIM_NOT_SIMULATED( wiced_time_get_iso8601_time, "a clock of the day" );
WICED_SIM_NOT_SIMULATED( wiced_time_convert_utc_ms_to_iso8601, "a clock of the day" );
