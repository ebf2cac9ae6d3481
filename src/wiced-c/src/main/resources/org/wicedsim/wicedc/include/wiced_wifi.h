#pragma once

#include "wiced_sim_absent.h"
#include "wwd_constants.h"
#include "wwd_structures.h"

wiced_result_t wiced_wifi_get_mac_address( wiced_mac_t* mac );

WICED_SIM_NOT_SIMULATED( wiced_wifi_scan_networks, "a scan for networks" );
WICED_SIM_NOT_SIMULATED( wiced_wifi_find_ap, "a scan for networks" );
WICED_SIM_NOT_SIMULATED( wiced_wifi_get_ap_info, "measurements of the radio" );
WICED_SIM_NOT_SIMULATED( wiced_wifi_get_channel, "measurements of the radio" );
WICED_SIM_NOT_SIMULATED( wiced_wifi_is_sta_link_up, "a state of the radio apart from wiced_network_is_up" );
WICED_SIM_NOT_SIMULATED( wiced_wps_enrollee, "WPS" );
WICED_SIM_NOT_SIMULATED( wiced_wps_registrar, "WPS" );
WICED_SIM_NOT_SIMULATED( wiced_wifi_enable_powersave, "power saving" );
WICED_SIM_NOT_SIMULATED( wiced_wifi_enable_powersave_with_throughput, "power saving" );
WICED_SIM_NOT_SIMULATED( wiced_wifi_disable_powersave, "power saving" );
WICED_SIM_NOT_SIMULATED( wiced_wifi_set_listen_interval, "power saving" );
WICED_SIM_NOT_SIMULATED( wiced_wifi_up, "a radio apart from wiced_network_up" );
WICED_SIM_NOT_SIMULATED( wiced_wifi_down, "a radio apart from wiced_network_down" );
