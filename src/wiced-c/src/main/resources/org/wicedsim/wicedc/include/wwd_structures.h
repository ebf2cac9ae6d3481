#pragma once

#include <stdint.h>

#include "wwd_constants.h"

#define SSID_NAME_SIZE ( 32 )

typedef struct
{
    uint8_t octet[6];
} wiced_mac_t;

typedef struct
{
    uint8_t length;
    uint8_t value[SSID_NAME_SIZE];
} wiced_ssid_t;

/* As it lies in the DCT: `next` is a pointer of the board, which has 32 bits. */
typedef struct wiced_ap_info
{
    wiced_ssid_t SSID;
    wiced_mac_t BSSID;
    int16_t signal_strength;
    uint32_t max_data_rate;
    wiced_bss_type_t bss_type;
    wiced_security_t security;
    uint8_t channel;
    wiced_802_11_band_t band;
    uint32_t next;
} wiced_ap_info_t;
