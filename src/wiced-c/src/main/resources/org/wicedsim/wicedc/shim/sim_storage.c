/* The DCT (wiced_framework.h) and the resources (wiced_resource.h). */
#include <stdlib.h>
#include <string.h>

#include "sim.h"
#include "wiced.h"
#include "wiced_resource.h"

/* The application's resources, NULL behind the last one; generated for each application. */
extern resource_hnd_t* const sim_resources[];

/* A copy of its own for each lock, as on a board whose DCT lies in a flash of its own. */
wiced_result_t wiced_dct_read_lock( void** info_ptr, wiced_bool_t ptr_is_writable, dct_section_t section, uint32_t offset, uint32_t size )
{
    void*          copy    = malloc( (size_t) size + 1 );
    int64_t        slots[] = { SIM_POINTER( copy ), ptr_is_writable, section, offset, size };
    wiced_result_t result;

    *info_ptr = NULL;
    result    = (wiced_result_t) SIM_CALL_SLOTS( WICED_DCT_READ_LOCK, slots );
    if ( result == WICED_SUCCESS )
    {
        *info_ptr = copy;
    }
    else
    {
        free( copy );
    }
    return result;
}

wiced_result_t wiced_dct_read_unlock( void* info_ptr, wiced_bool_t ptr_is_writable )
{
    int64_t        slots[] = { SIM_POINTER( info_ptr ), ptr_is_writable };
    wiced_result_t result  = (wiced_result_t) SIM_CALL_SLOTS( WICED_DCT_READ_UNLOCK, slots );

    if ( slots[0] != 0 )
    {
        free( info_ptr );
    }
    return result;
}

wiced_result_t wiced_dct_write( const void* info_ptr, dct_section_t section, uint32_t offset, uint32_t size )
{
    return (wiced_result_t) SIM_CALL( WICED_DCT_WRITE, SIM_POINTER( info_ptr ), section, offset, size );
}

/* Gives a resource its content, before the application starts. Called by Java.
 * data: stays as it is; a NUL follows it, which is not counted, for programs that take text for
 * strings. */
SIM_EXPORT void sim_resource_fill( uint32_t index, const uint8_t* data, uint64_t size )
{
    resource_hnd_t* resource = sim_resources[index];

    resource->location     = RESOURCE_IN_MEMORY;
    resource->size         = (unsigned long) size;
    resource->val.mem.data = (const char*) data;
}

/* Where a resource stands in the table; -1 for one that the application made itself. */
static int64_t place_of( const resource_hnd_t* resource )
{
    for ( int64_t i = 0; sim_resources[i] != NULL; i++ )
    {
        if ( sim_resources[i] == resource )
        {
            return i;
        }
    }
    return -1;
}

resource_result_t resource_read( const resource_hnd_t* resource, uint32_t offset, uint32_t maxsize, uint32_t* size, void* buffer )
{
    int64_t           slots[] = { place_of( resource ), (int64_t) resource->size, offset, maxsize };
    resource_result_t result  = (resource_result_t) SIM_CALL_SLOTS( RESOURCE_READ, slots );

    if ( result == RESOURCE_SUCCESS )
    {
        memcpy( buffer, resource->val.mem.data + offset, (size_t) slots[0] );
        *size = (uint32_t) slots[0];
    }
    return result;
}

resource_result_t resource_get_readonly_buffer( const resource_hnd_t* resource, uint32_t offset, uint32_t maxsize, uint32_t* size_out, const void** buffer )
{
    int64_t           slots[] = { place_of( resource ), (int64_t) resource->size, offset, maxsize };
    resource_result_t result  = (resource_result_t) SIM_CALL_SLOTS( RESOURCE_GET_READONLY_BUFFER, slots );

    if ( result == RESOURCE_SUCCESS )
    {
        *buffer   = resource->val.mem.data + offset;
        *size_out = (uint32_t) slots[0];
    }
    return result;
}

resource_result_t resource_free_readonly_buffer( const resource_hnd_t* handle, const void* buffer )
{
    (void) buffer;
    return (resource_result_t) SIM_CALL( RESOURCE_FREE_READONLY_BUFFER, place_of( handle ) );
}
