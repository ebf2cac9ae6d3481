/* Files that the makefile puts on the board; resources.h, which is generated, names them. */
#pragma once

#include <stdint.h>

#include "wiced_result.h"

typedef enum
{
    RESOURCE_IN_MEMORY = 0,
    RESOURCE_IN_FILESYSTEM = 1,
    RESOURCE_IN_EXTERNAL_STORAGE = 2
} resource_location_t;

typedef struct
{
    resource_location_t location;
    unsigned long size;
    union
    {
        struct
        {
            unsigned long offset;
            const char* filename;
        } fs;
        struct
        {
            const char* data;
        } mem;
    } val;
} resource_hnd_t;

#define resource_get_size( resource ) ( ( resource )->size )

resource_result_t resource_read( const resource_hnd_t* resource, uint32_t offset, uint32_t maxsize, uint32_t* size, void* buffer );
resource_result_t resource_get_readonly_buffer( const resource_hnd_t* resource, uint32_t offset, uint32_t maxsize, uint32_t* size_out, const void** buffer );
resource_result_t resource_free_readonly_buffer( const resource_hnd_t* handle, const void* buffer );
