/* Threads that ask for less stack than printing or the network takes on a desktop.
 *
 * Prints: "128: 3.142", "512: 3.142", "1024: connect 7014" (nothing listens).
 * Sends:  a connection to 198.51.100.3:9, which is refused.
 * Then:   the diagnostic small-stack for the thread of 1,024 octets. */
#include "wiced.h"

#define PRIORITY ( 10 )

static void printing_thread( wiced_thread_arg_t arg )
{
    char line[32];

    sprintf( line, "%u: %.3f", (unsigned int) arg, 3.14159 );
    WPRINT_APP_INFO( ( "%s\n", line ) );
}

static void connecting_thread( wiced_thread_arg_t arg )
{
    wiced_ip_address_t INITIALISER_IPV4_ADDRESS( server_address, MAKE_IPV4_ADDRESS( 198, 51, 100, 3 ) );
    wiced_tcp_socket_t socket;

    wiced_tcp_create_socket( &socket, WICED_STA_INTERFACE );
    WPRINT_APP_INFO( ( "%u: connect %d\n", (unsigned int) arg, wiced_tcp_connect( &socket, &server_address, 9, 1000 ) ) );
    wiced_tcp_delete_socket( &socket );
}

static void run( wiced_thread_function_t function, uint32_t stack_size )
{
    wiced_thread_t thread;

    wiced_rtos_create_thread( &thread, PRIORITY, "tiny", function, stack_size, (void*) (uintptr_t) stack_size );
    wiced_rtos_thread_join( &thread );
    wiced_rtos_delete_thread( &thread );
}

void application_start( void )
{
    wiced_init( );
    wiced_network_up( WICED_STA_INTERFACE, WICED_USE_EXTERNAL_DHCP_SERVER, NULL );
    run( printing_thread, 128 );
    run( printing_thread, 512 );
    run( connecting_thread, 1024 );
}
