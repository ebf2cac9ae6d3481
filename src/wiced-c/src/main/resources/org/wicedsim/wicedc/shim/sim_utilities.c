/* The constants of wiced_tcpip.h that need a place. */
#include "wiced_tcpip.h"

const wiced_ip_address_t wiced_ip_broadcast = { WICED_IPV4, { .v4 = 0xFFFFFFFF } };
