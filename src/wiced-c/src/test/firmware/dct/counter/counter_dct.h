#pragma once

#include <stdint.h>

typedef struct
{
    char     name[16];
    uint32_t starts;
} counter_dct_t;
