#pragma once

#include <stdint.h>

#include "platform_dct.h"
#include "wiced_dct_common.h"
#include "wiced_resource.h"
#include "wiced_result.h"
#include "wiced_sim_absent.h"

/* Precedes the content of the application's section in the file that APPLICATION_DCT names. */
#define DEFINE_APP_DCT( type ) \
    const unsigned int sim_app_dct_size = sizeof( type ); \
    const type sim_app_dct =

/* What was read stays valid until read_unlock with the same ptr_is_writable. */
wiced_result_t wiced_dct_read_lock( void** info_ptr, wiced_bool_t ptr_is_writable, dct_section_t section, uint32_t offset, uint32_t size );
wiced_result_t wiced_dct_read_unlock( void* info_ptr, wiced_bool_t ptr_is_writable );
wiced_result_t wiced_dct_write( const void* info_ptr, dct_section_t section, uint32_t offset, uint32_t size );

WICED_SIM_NOT_SIMULATED( wiced_framework_reboot, "a reboot that the program asks for" );
WICED_SIM_NOT_SIMULATED( wiced_framework_set_boot, "other programs to boot" );
