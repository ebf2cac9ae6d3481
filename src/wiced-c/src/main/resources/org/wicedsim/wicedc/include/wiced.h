/* What a program of the SDK includes. */
#pragma once

#include <limits.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "linked_list.h"
#include "ring_buffer.h"
#include "wiced_constants.h"
#include "wiced_dct_common.h"
#include "wiced_debug.h"
#include "wiced_defaults.h"
#include "wiced_framework.h"
#include "wiced_management.h"
#include "wiced_network.h"
#include "wiced_platform.h"
#include "wiced_resource.h"
#include "wiced_result.h"
#include "wiced_rtos.h"
#include "wiced_security.h"
#include "wiced_tcpip.h"
#include "wiced_time.h"
#include "wiced_utilities.h"
#include "wiced_wifi.h"
