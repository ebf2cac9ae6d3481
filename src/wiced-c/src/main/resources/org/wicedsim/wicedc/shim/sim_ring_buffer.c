/* ring_buffer.h. One octet stays free, so that a full ring differs from an empty one; head and tail
 * lie below size, unless the ring was never initialised: then it takes nothing and has nothing.
 * The writer moves the tail after the octets are there, the reader the head after it has them. */
#include <string.h>

#include "ring_buffer.h"

static uint32_t smaller( uint32_t one, uint32_t other )
{
    return ( one < other ) ? one : other;
}

static uint32_t advanced( const wiced_ring_buffer_t* ring, uint32_t position, uint32_t octets )
{
    uint32_t to_end = ring->size - position;
    return ( octets < to_end ) ? position + octets : octets - to_end;
}

static uint32_t used( const wiced_ring_buffer_t* ring )
{
    uint32_t head = __atomic_load_n( &ring->head, __ATOMIC_ACQUIRE );
    uint32_t tail = __atomic_load_n( &ring->tail, __ATOMIC_ACQUIRE );
    return ( tail >= head ) ? tail - head : ring->size - head + tail;
}

static uint32_t unused( const wiced_ring_buffer_t* ring )
{
    return ( ring->size == 0 ) ? 0 : ring->size - 1 - used( ring );
}

wiced_result_t ring_buffer_init( wiced_ring_buffer_t* ring_buffer, uint8_t* buffer, uint32_t buffer_size )
{
    if ( ring_buffer == NULL || buffer == NULL || buffer_size == 0 )
    {
        return WICED_BADARG;
    }
    ring_buffer->buffer = buffer;
    ring_buffer->size = buffer_size;
    ring_buffer->head = 0;
    ring_buffer->tail = 0;
    return WICED_SUCCESS;
}

wiced_result_t ring_buffer_deinit( wiced_ring_buffer_t* ring_buffer )
{
    if ( ring_buffer == NULL )
    {
        return WICED_BADARG;
    }
    ring_buffer->buffer = NULL;
    ring_buffer->size = 0;
    ring_buffer->head = 0;
    ring_buffer->tail = 0;
    return WICED_SUCCESS;
}

uint32_t ring_buffer_write( wiced_ring_buffer_t* ring_buffer, const uint8_t* data, uint32_t data_length )
{
    if ( ring_buffer == NULL || data == NULL )
    {
        return 0;
    }
    uint32_t octets = smaller( data_length, unused( ring_buffer ) );
    if ( octets > 0 )
    {
        uint32_t tail = ring_buffer->tail;
        uint32_t to_end = smaller( octets, ring_buffer->size - tail );
        memcpy( ring_buffer->buffer + tail, data, to_end );
        memcpy( ring_buffer->buffer, data + to_end, octets - to_end );
        __atomic_store_n( &ring_buffer->tail, advanced( ring_buffer, tail, octets ), __ATOMIC_RELEASE );
    }
    return octets;
}

wiced_result_t ring_buffer_read( wiced_ring_buffer_t* ring_buffer, uint8_t* data, uint32_t data_length,
                                 uint32_t* number_of_bytes_read )
{
    if ( ring_buffer == NULL || data == NULL || number_of_bytes_read == NULL )
    {
        return WICED_BADARG;
    }
    uint32_t octets = smaller( data_length, used( ring_buffer ) );
    if ( octets > 0 )
    {
        uint32_t head = ring_buffer->head;
        uint32_t to_end = smaller( octets, ring_buffer->size - head );
        memcpy( data, ring_buffer->buffer + head, to_end );
        memcpy( data + to_end, ring_buffer->buffer, octets - to_end );
        __atomic_store_n( &ring_buffer->head, advanced( ring_buffer, head, octets ), __ATOMIC_RELEASE );
    }
    *number_of_bytes_read = octets;
    return WICED_SUCCESS;
}

uint32_t ring_buffer_free_space( wiced_ring_buffer_t* ring_buffer )
{
    return ( ring_buffer == NULL ) ? 0 : unused( ring_buffer );
}

uint32_t ring_buffer_used_space( wiced_ring_buffer_t* ring_buffer )
{
    return ( ring_buffer == NULL ) ? 0 : used( ring_buffer );
}
