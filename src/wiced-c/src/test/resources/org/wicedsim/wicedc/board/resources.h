/* What the build makes for $(NAME)_RESOURCES := apps/httpbin_org/ca.pem */
#pragma once

#include "wiced_resource.h"

extern const resource_hnd_t resources_apps_DIR_httpbin_org_DIR_ca_pem;
