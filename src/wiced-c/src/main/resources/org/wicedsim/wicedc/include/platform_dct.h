/* The sections of the DCT, laid out as on the board, whose pointers and enumerations have 32 bits. */
#pragma once

#include <stdint.h>

#include "wiced_constants.h"
#include "wiced_network.h"
#include "wwd_constants.h"
#include "wwd_structures.h"

#define PRIVATE_KEY_SIZE ( 2 * 1024 )
#define CERTIFICATE_SIZE ( 4 * 1024 )
#define COOEE_KEY_SIZE ( 16 )
#define SECURITY_KEY_SIZE ( 64 )
#define CONFIG_AP_LIST_SIZE ( 5 )
#define CONFIG_VALIDITY_VALUE ( 0xCA1BDF58 )

/* Both are strings, with a CR LF behind each line. */
typedef struct
{
    char private_key[PRIVATE_KEY_SIZE];
    char certificate[CERTIFICATE_SIZE];
    uint8_t cooee_key[COOEE_KEY_SIZE];
} platform_dct_security_t;

typedef struct
{
    wiced_ap_info_t details;
    uint8_t security_key_length;
    char security_key[SECURITY_KEY_SIZE];
} wiced_config_ap_entry_t;

/* details_valid is CONFIG_VALIDITY_VALUE when the rest means anything. */
typedef struct
{
    wiced_ssid_t SSID;
    wiced_security_t security;
    uint8_t channel;
    uint8_t security_key_length;
    char security_key[SECURITY_KEY_SIZE];
    uint32_t details_valid;
} wiced_config_soft_ap_t;

typedef struct
{
    wiced_bool_t device_configured;
    wiced_config_ap_entry_t stored_ap_list[CONFIG_AP_LIST_SIZE];
    wiced_config_soft_ap_t soft_ap_settings;
    wiced_config_soft_ap_t config_ap_settings;
    wiced_country_code_t country_code;
    wiced_mac_t mac_address;
    uint8_t padding[2];
} platform_dct_wifi_config_t;

typedef struct
{
    wiced_interface_t interface;
    wiced_hostname_t hostname;
} platform_dct_network_config_t;

typedef struct
{
    wiced_mac_t mac_address;
    uint8_t padding[2];
} platform_dct_ethernet_config_t;
