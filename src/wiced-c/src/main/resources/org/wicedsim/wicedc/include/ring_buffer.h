/* A ring of octets for one writer and one reader; it takes one octet less than its size. */
#pragma once

#include <stdint.h>

#include "wiced_result.h"

typedef struct
{
    uint8_t* buffer;
    uint32_t size;
    volatile uint32_t head; /* the next octet to read */
    volatile uint32_t tail; /* the next octet to write */
} wiced_ring_buffer_t;

wiced_result_t ring_buffer_init( wiced_ring_buffer_t* ring_buffer, uint8_t* buffer, uint32_t buffer_size );
wiced_result_t ring_buffer_deinit( wiced_ring_buffer_t* ring_buffer );

/* Writes as much as there is room for, and is how much that was. */
uint32_t ring_buffer_write( wiced_ring_buffer_t* ring_buffer, const uint8_t* data, uint32_t data_length );

/* Reads as much as there is, up to data_length. */
wiced_result_t ring_buffer_read( wiced_ring_buffer_t* ring_buffer, uint8_t* data, uint32_t data_length, uint32_t* number_of_bytes_read );

uint32_t ring_buffer_free_space( wiced_ring_buffer_t* ring_buffer );
uint32_t ring_buffer_used_space( wiced_ring_buffer_t* ring_buffer );
