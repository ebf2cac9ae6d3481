#include "wiced.h"

#include "conformance.h"

/* The simulator's sections, octet by octet. */
FIELD( platform_dct_security_t, private_key, char[2048] );
FIELD( platform_dct_security_t, certificate, char[4096] );
FIELD( platform_dct_security_t, cooee_key, uint8_t[16] );
OFFSET( platform_dct_security_t, private_key, 0 );
OFFSET( platform_dct_security_t, certificate, 2048 );
OFFSET( platform_dct_security_t, cooee_key, 6144 );
SIZE( platform_dct_security_t, 6160 );

FIELD( wiced_ssid_t, length, uint8_t );
FIELD( wiced_ssid_t, value, uint8_t[32] );
SIZE( wiced_ssid_t, 33 );

OFFSET( wiced_ap_info_t, SSID, 0 );
OFFSET( wiced_ap_info_t, BSSID, 33 );
OFFSET( wiced_ap_info_t, signal_strength, 40 );
OFFSET( wiced_ap_info_t, max_data_rate, 44 );
OFFSET( wiced_ap_info_t, bss_type, 48 );
OFFSET( wiced_ap_info_t, security, 52 );
OFFSET( wiced_ap_info_t, channel, 56 );
OFFSET( wiced_ap_info_t, band, 60 );
OFFSET( wiced_ap_info_t, next, 64 );
SIZE( wiced_ap_info_t, 68 );
FIELD( wiced_ap_info_t, signal_strength, int16_t );
FIELD( wiced_ap_info_t, max_data_rate, uint32_t );
FIELD( wiced_ap_info_t, security, wiced_security_t );
FIELD( wiced_ap_info_t, channel, uint8_t );

OFFSET( wiced_config_ap_entry_t, details, 0 );
OFFSET( wiced_config_ap_entry_t, security_key_length, 68 );
OFFSET( wiced_config_ap_entry_t, security_key, 69 );
SIZE( wiced_config_ap_entry_t, 136 );
FIELD( wiced_config_ap_entry_t, security_key_length, uint8_t );
FIELD( wiced_config_ap_entry_t, security_key, char[64] );

OFFSET( wiced_config_soft_ap_t, SSID, 0 );
OFFSET( wiced_config_soft_ap_t, security, 36 );
OFFSET( wiced_config_soft_ap_t, channel, 40 );
OFFSET( wiced_config_soft_ap_t, security_key_length, 41 );
OFFSET( wiced_config_soft_ap_t, security_key, 42 );
OFFSET( wiced_config_soft_ap_t, details_valid, 108 );
SIZE( wiced_config_soft_ap_t, 112 );
VALUE( CONFIG_VALIDITY_VALUE, 0xCA1BDF58 );

OFFSET( platform_dct_wifi_config_t, device_configured, 0 );
OFFSET( platform_dct_wifi_config_t, stored_ap_list, 4 );
OFFSET( platform_dct_wifi_config_t, soft_ap_settings, 684 );
OFFSET( platform_dct_wifi_config_t, config_ap_settings, 796 );
OFFSET( platform_dct_wifi_config_t, country_code, 908 );
OFFSET( platform_dct_wifi_config_t, mac_address, 912 );
SIZE( platform_dct_wifi_config_t, 920 );
FIELD( platform_dct_wifi_config_t, device_configured, wiced_bool_t );
FIELD( platform_dct_wifi_config_t, stored_ap_list, wiced_config_ap_entry_t[5] );
FIELD( platform_dct_wifi_config_t, mac_address, wiced_mac_t );

OFFSET( platform_dct_network_config_t, interface, 0 );
OFFSET( platform_dct_network_config_t, hostname, 4 );
SIZE( platform_dct_network_config_t, 40 );

OFFSET( platform_dct_ethernet_config_t, mac_address, 0 );
SIZE( platform_dct_ethernet_config_t, 8 );
