/* A thread of higher priority runs to its first wait before its creator goes on, and is joined.
 *
 * Prints: "child 42", "parent", "child ends", "joined".
 * Lights: LED 1 while the child lives.
 * Sends:  nothing. */
#include "wiced.h"

#define CHILD_PRIORITY ( WICED_APPLICATION_PRIORITY - 2 )
#define CHILD_STACK_SIZE ( 1024 )
#define CHILD_LIFE_MS ( 50 )

static void child_thread( wiced_thread_arg_t arg )
{
    wiced_led_set_state( WICED_LED_INDEX_1, WICED_LED_ON );
    WPRINT_APP_INFO( ( "child %u\n", (unsigned int) arg ) );
    wiced_rtos_delay_milliseconds( CHILD_LIFE_MS );
    WPRINT_APP_INFO( ( "child ends\n" ) );
    wiced_led_set_state( WICED_LED_INDEX_1, WICED_LED_OFF );
}

void application_start( void )
{
    wiced_thread_t child;

    wiced_init( );
    wiced_rtos_create_thread( &child, CHILD_PRIORITY, "child", child_thread, CHILD_STACK_SIZE, (void*) 42 );
    WPRINT_APP_INFO( ( "parent\n" ) );
    wiced_rtos_thread_join( &child );
    wiced_rtos_delete_thread( &child );
    WPRINT_APP_INFO( ( "joined\n" ) );
}
