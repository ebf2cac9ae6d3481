#include <string.h>

#include "check.h"
#include "ring_buffer.h"

static uint8_t octets[8];
static wiced_ring_buffer_t ring;

/* An empty ring of 8 octets, which takes 7, whose next octet lies at `head`. */
static void empty_at( uint32_t head )
{
    memset( octets, 0, sizeof( octets ) );
    ring_buffer_init( &ring, octets, sizeof( octets ) );
    ring.head = head;
    ring.tail = head;
}

static int written( const char* text )
{
    return (int) ring_buffer_write( &ring, (const uint8_t*) text, (uint32_t) strlen( text ) );
}

/* Whether this is what is read when `wanted` octets are asked for. */
static int reads( uint32_t wanted, const char* text )
{
    uint8_t data[16] = { 0 };
    uint32_t count = 99;
    return ring_buffer_read( &ring, data, wanted, &count ) == WICED_SUCCESS && count == strlen( text )
           && strcmp( (const char*) data, text ) == 0;
}

static void capacity( void )
{
    empty_at( 0 );
    CHECK( ring_buffer_free_space( &ring ) == 7 && ring_buffer_used_space( &ring ) == 0 );
    CHECK( reads( 16, "" ) );
    CHECK( written( "" ) == 0 );
    CHECK( written( "abcdef" ) == 6 );
    CHECK( ring_buffer_free_space( &ring ) == 1 && ring_buffer_used_space( &ring ) == 6 );
    CHECK( written( "gh" ) == 1 );
    CHECK( ring_buffer_free_space( &ring ) == 0 && ring_buffer_used_space( &ring ) == 7 );
    CHECK( written( "x" ) == 0 );
    CHECK( reads( 0, "" ) );
    CHECK( reads( 3, "abc" ) );
    CHECK( reads( 16, "defg" ) );
    CHECK( reads( 16, "" ) );
}

/* At every place where the octets may meet the end of the memory. */
static void wrapping( void )
{
    for ( uint32_t head = 0; head < sizeof( octets ); head++ )
    {
        empty_at( head );
        CHECK( written( "abcdefgh" ) == 7 );
        CHECK( ring.head < sizeof( octets ) && ring.tail < sizeof( octets ) );
        CHECK( reads( 4, "abcd" ) );
        CHECK( written( "1234567" ) == 4 );
        CHECK( ring_buffer_used_space( &ring ) == 7 );
        CHECK( reads( 16, "efg1234" ) );
        CHECK( ring.head < sizeof( octets ) && ring.head == ring.tail );
    }
}

static void misuse( void )
{
    static wiced_ring_buffer_t never;
    uint8_t data[4];
    uint32_t count = 99;

    CHECK( ring_buffer_init( NULL, octets, 8 ) == WICED_BADARG );
    CHECK( ring_buffer_init( &never, NULL, 8 ) == WICED_BADARG );
    CHECK( ring_buffer_init( &never, octets, 0 ) == WICED_BADARG );
    CHECK( ring_buffer_write( &never, data, 4 ) == 0 );
    CHECK( ring_buffer_free_space( &never ) == 0 && ring_buffer_used_space( &never ) == 0 );
    CHECK( ring_buffer_read( &never, data, 4, &count ) == WICED_SUCCESS && count == 0 );
    CHECK( ring_buffer_write( NULL, data, 4 ) == 0 );
    CHECK( ring_buffer_write( &ring, NULL, 4 ) == 0 );
    CHECK( ring_buffer_read( NULL, data, 4, &count ) == WICED_BADARG );
    CHECK( ring_buffer_read( &ring, NULL, 4, &count ) == WICED_BADARG );
    CHECK( ring_buffer_read( &ring, data, 4, NULL ) == WICED_BADARG );
    CHECK( ring_buffer_free_space( NULL ) == 0 && ring_buffer_used_space( NULL ) == 0 );

    empty_at( 0 );
    CHECK( ring_buffer_init( &ring, octets, 1 ) == WICED_SUCCESS && written( "a" ) == 0 );
    CHECK( ring_buffer_deinit( NULL ) == WICED_BADARG );
    CHECK( ring_buffer_deinit( &ring ) == WICED_SUCCESS && written( "a" ) == 0 );
}

int main( void )
{
    capacity();
    wrapping();
    misuse();
    return broken;
}
