#pragma once

#include "wiced_sim_absent.h"

WICED_SIM_NOT_SIMULATED( wiced_crypto_get_random, "the crypto library" );
