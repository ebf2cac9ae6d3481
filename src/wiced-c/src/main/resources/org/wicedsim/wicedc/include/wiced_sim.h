/* What the simulator keeps inside the SDK's structures. Firmware has no need of it. */
#pragma once

#include <stdint.h>

/* Names the object behind a structure. Valid while magic is WICED_SIM_MAGIC; a structure that was
 * never initialised, whatever lies in it, names nothing. */
typedef struct
{
    uint32_t magic;
    uint32_t number;
} wiced_sim_handle_t;

#define WICED_SIM_MAGIC 0x57694344u
