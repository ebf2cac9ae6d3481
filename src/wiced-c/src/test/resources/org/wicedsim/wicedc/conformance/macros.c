#include "wiced.h"

#include "conformance.h"

typedef struct
{
    uint32_t boots;
    char name[12];
} settings_t;

DEFINE_APP_DCT( settings_t )
{
    .boots = 1,
    .name = "board",
};

static const wiced_ip_setting_t settings = {
    INITIALISER_IPV4_ADDRESS( .ip_address, MAKE_IPV4_ADDRESS( 192, 168, 1, 2 ) ),
    INITIALISER_IPV4_ADDRESS( .netmask, MAKE_IPV4_ADDRESS( 255, 255, 255, 0 ) ),
    INITIALIZER_IPV4_ADDRESS( .gateway, MAKE_IPV4_ADDRESS( 192, 168, 1, 1 ) ),
};

static const wiced_ip_address_t INITIALISER_IPV4_ADDRESS( server, MAKE_IPV4_ADDRESS( 198, 51, 100, 3 ) );

static const wiced_ip_address_t* const everyone = WICED_IP_BROADCAST;

static const wiced_i2c_device_t psoc = {
    .port = PLATFORM_ARDUINO_I2C,
    .address = 0x42,
    .address_width = I2C_ADDRESS_WIDTH_7BIT,
    .flags = 0,
    .speed_mode = I2C_STANDARD_SPEED_MODE,
};

extern const resource_hnd_t resources_page_html;

static void prints( int number )
{
    WPRINT_APP_INFO( ( "no argument\n" ) );
    WPRINT_APP_INFO( ( "%d\n", number ) );
    if ( number > 0 )
        WPRINT_APP_INFO( ( "above\n" ) );
    else
        WPRINT_APP_DEBUG( ( "not above\n" ) );
    WPRINT_APP_ERROR( ( "no semicolon is needed\n" ) )
    WPRINT_LIB_INFO( ( "\n" ) );
    WPRINT_NETWORK_INFO( ( "\n" ) );
    WPRINT_RTOS_INFO( ( "\n" ) );
    WPRINT_WICED_INFO( ( "\n" ) );
    WPRINT_PLATFORM_INFO( ( "\n" ) );
    WPRINT_SECURITY_INFO( ( "\n" ) );
    WPRINT_WPS_INFO( ( "\n" ) );
    WPRINT_WEBSERVER_INFO( ( "\n" ) );
}

static void addresses( void )
{
    wiced_ip_address_t address;
    SET_IPV4_ADDRESS( address, GET_IPV4_ADDRESS( settings.ip_address ) );
    WPRINT_APP_INFO( ( IPV4_PRINT_FORMAT "\n", IPV4_SPLIT_TO_PRINT( address ) ) );
    if ( address.ip.v4 == server.ip.v4 || everyone->ip.v4 == 0 )
    {
        WPRINT_APP_INFO( ( "server\n" ) );
    }
}

static void utilities( int unused )
{
    char text[8];
    char* end = MEMCAT( text, "ab", 2 );
    settings_t* copy = MALLOC_OBJECT( "settings", settings_t );
    void* octets = malloc_named( "octets", ROUND_UP( 5, 4 ) + MAX( 1, 2 ) + MIN( 3, 4 ) );
    UNUSED_PARAMETER( unused );
    UNUSED_VARIABLE( end );
    wiced_assert( "there is memory", copy != NULL );
    free( copy );
    free( octets );
    WPRINT_APP_INFO( ( "%u %lu\n", (unsigned int) ARRAY_SIZE( text ), resource_get_size( &resources_page_html ) ) );
}

static void no_parameters()
{
}

static void with_argument( wiced_thread_arg_t arg )
{
    UNUSED_PARAMETER( arg );
}

static void with_number( uint32_t arg )
{
    UNUSED_PARAMETER( arg );
}

static void threads( void )
{
    static wiced_thread_t thread;
    const TX_THREAD* handle = (TX_THREAD*) &thread;
    wiced_rtos_create_thread( &thread, 5, NULL, no_parameters, 1024, NULL );
    wiced_rtos_create_thread( &thread, 5, "a", with_argument, 6200, NULL );
    wiced_rtos_create_thread( &thread, 5, "b", with_number, 10000, NULL );
    wiced_rtos_send_asynchronous_event( WICED_NETWORKING_WORKER_THREAD, NULL, NULL );
    WPRINT_APP_INFO( ( "%p %p\n", handle->tx_thread_stack_start, handle->tx_thread_stack_end ) );
}

void application_start()
{
    wiced_i2c_init( &psoc );
    prints( 1 );
    addresses();
    utilities( 0 );
    threads();
}
