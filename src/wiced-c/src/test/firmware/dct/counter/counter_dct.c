#include "counter_dct.h"

#include "wiced_framework.h"

DEFINE_APP_DCT( counter_dct_t )
{
    .name   = "first board",
    .starts = 100,
};
