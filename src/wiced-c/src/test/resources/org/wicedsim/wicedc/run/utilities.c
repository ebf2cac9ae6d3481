#include "check.h"
#include "wiced.h"

/* What the preprocessor cannot say. */
static void addresses( void )
{
    char text[16];
    wiced_ip_address_t address = { WICED_IPV6, { .v4 = 0 } };

    SET_IPV4_ADDRESS( address, MAKE_IPV4_ADDRESS( 10, 1, 2, 255 ) );
    CHECK( address.version == WICED_IPV4 && address.ip.v4 == 0x0A0102FF );
    snprintf( text, sizeof( text ), IPV4_PRINT_FORMAT, IPV4_SPLIT_TO_PRINT( address ) );
    CHECK( strcmp( text, "10.1.2.255" ) == 0 );
    CHECK( WICED_IP_BROADCAST->version == WICED_IPV4 && WICED_IP_BROADCAST->ip.v4 == 0xFFFFFFFF );
}

static void memory( void )
{
    char text[6] = "";
    char* end = MEMCAT( MEMCAT( text, "ab", 2 ), "cde", 3 );
    uint32_t* number = MALLOC_OBJECT( "number", uint32_t );

    CHECK( end == text + 5 && strcmp( text, "abcde" ) == 0 );
    CHECK( number != NULL );
    free( number );
}

static void numbers( void )
{
    int array[3];

    CHECK( MIN( 2, 3 ) == 2 && MIN( 3, 2 ) == 2 && MAX( 2, 3 ) == 3 && MAX( 3, 2 ) == 3 );
    CHECK( ROUND_UP( 8, 4 ) == 8 && ROUND_UP( 9, 4 ) == 12 && ROUND_UP( 0, 4 ) == 0 );
    CHECK( ARRAY_SIZE( array ) == 3 );
}

int main( void )
{
    addresses();
    memory();
    numbers();
    return broken;
}
