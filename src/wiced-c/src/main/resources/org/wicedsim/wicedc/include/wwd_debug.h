#pragma once

#include "wiced_debug.h"
