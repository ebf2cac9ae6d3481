/* Of the Wi-Fi driver there is what wiced_wifi.h has. */
#pragma once

#include "wiced_wifi.h"
