#include "wiced.h"

#include "conformance.h"

FUNCTION( wiced_dct_read_lock, wiced_result_t ( * )( void**, wiced_bool_t, dct_section_t, uint32_t, uint32_t ) );
FUNCTION( wiced_dct_read_unlock, wiced_result_t ( * )( void*, wiced_bool_t ) );
FUNCTION( wiced_dct_write, wiced_result_t ( * )( const void*, dct_section_t, uint32_t, uint32_t ) );
FUNCTION( resource_read, resource_result_t ( * )( const resource_hnd_t*, uint32_t, uint32_t, uint32_t*, void* ) );
FUNCTION( resource_get_readonly_buffer, resource_result_t ( * )( const resource_hnd_t*, uint32_t, uint32_t, uint32_t*, const void** ) );
FUNCTION( resource_free_readonly_buffer, resource_result_t ( * )( const resource_hnd_t*, const void* ) );
