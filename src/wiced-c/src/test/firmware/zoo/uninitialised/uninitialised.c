/* Uses objects that were never initialised: of zeros, and of garbage.
 *
 * Prints: "alive" behind all of it.
 * Sends:  nothing.
 * Then:   every call fails without harm. */
#include "wiced.h"
#include "wiced_tls.h"

static void use_all( wiced_semaphore_t* semaphore, wiced_queue_t* queue, wiced_mutex_t* mutex, wiced_timer_t* timer, wiced_tcp_socket_t* socket, wiced_tls_context_t* context )
{
    uint32_t message = 1;

    wiced_rtos_set_semaphore( semaphore );
    wiced_rtos_push_to_queue( queue, &message, WICED_NO_WAIT );
    wiced_rtos_pop_from_queue( queue, &message, WICED_NO_WAIT );
    wiced_rtos_unlock_mutex( mutex );
    wiced_rtos_stop_timer( timer );
    wiced_tcp_send_buffer( socket, "text", 4 );
    wiced_tcp_disconnect( socket );
    wiced_tcp_delete_socket( socket );
    wiced_tls_deinit_context( context );
}

void application_start( void )
{
    static struct
    {
        wiced_semaphore_t   semaphore;
        wiced_queue_t       queue;
        wiced_mutex_t       mutex;
        wiced_timer_t       timer;
        wiced_tcp_socket_t  socket;
        wiced_tls_context_t context;
    } all;

    wiced_init( );
    wiced_network_up( WICED_STA_INTERFACE, WICED_USE_EXTERNAL_DHCP_SERVER, NULL );
    use_all( &all.semaphore, &all.queue, &all.mutex, &all.timer, &all.socket, &all.context );
    memset( &all, 0xA5, sizeof( all ) );
    use_all( &all.semaphore, &all.queue, &all.mutex, &all.timer, &all.socket, &all.context );
    WPRINT_APP_INFO( ( "alive\n" ) );
}
