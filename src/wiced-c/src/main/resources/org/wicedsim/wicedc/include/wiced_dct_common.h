#pragma once

#include <stdint.h>

#include "platform_dct.h"
#include "wiced_constants.h"
#include "wiced_result.h"

/* Applications may not use DCT_INTERNAL_SECTION and DCT_VERSION_SECTION. */
typedef enum
{
    DCT_APP_SECTION = 0,
    DCT_HK_INFO_SECTION = 1,
    DCT_SECURITY_SECTION = 2,
    DCT_MFG_INFO_SECTION = 3,
    DCT_WIFI_CONFIG_SECTION = 4,
    DCT_INTERNAL_SECTION = 5,
    DCT_ETHERNET_CONFIG_SECTION = 6,
    DCT_NETWORK_CONFIG_SECTION = 7,
    DCT_BT_CONFIG_SECTION = 8,
    DCT_P2P_CONFIG_SECTION = 9,
    DCT_OTA2_CONFIG_SECTION = 10,
    DCT_VERSION_SECTION = 11,
    DCT_MISC_SECTION = 12
} dct_section_t;
