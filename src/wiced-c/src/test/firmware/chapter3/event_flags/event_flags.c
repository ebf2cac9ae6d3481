/* Waits until both buttons have been pressed, in whatever order.
 *
 * Prints: "not yet: 4" after 50 ms without a press; "both: 3" when both have been pressed.
 * Lights: LED 1 when both have been pressed.
 * Sends:  nothing. */
#include "wiced.h"

#define FIRST_TIMEOUT_MS ( 50 )
#define BUTTON_1_FLAG ( 1u << 0 )
#define BUTTON_2_FLAG ( 1u << 1 )

static wiced_event_flags_t pressed;

static void first_pressed( void* arg )
{
    wiced_rtos_set_event_flags( arg, BUTTON_1_FLAG );
}

static void second_pressed( void* arg )
{
    wiced_rtos_set_event_flags( arg, BUTTON_2_FLAG );
}

static wiced_result_t wait_for_both( uint32_t* flags, uint32_t timeout_ms )
{
    return wiced_rtos_wait_for_event_flags( &pressed, BUTTON_1_FLAG | BUTTON_2_FLAG, flags, WICED_TRUE, WAIT_FOR_ALL_EVENTS, timeout_ms );
}

void application_start( void )
{
    uint32_t flags = 0;

    wiced_init( );
    wiced_rtos_init_event_flags( &pressed );
    wiced_gpio_input_irq_enable( WICED_BUTTON1, IRQ_TRIGGER_FALLING_EDGE, first_pressed, &pressed );
    wiced_gpio_input_irq_enable( WICED_BUTTON2, IRQ_TRIGGER_FALLING_EDGE, second_pressed, &pressed );
    WPRINT_APP_INFO( ( "not yet: %d\n", wait_for_both( &flags, FIRST_TIMEOUT_MS ) ) );
    wait_for_both( &flags, WICED_WAIT_FOREVER );
    WPRINT_APP_INFO( ( "both: %u\n", (unsigned int) flags ) );
    wiced_led_set_state( WICED_LED_INDEX_1, WICED_LED_ON );
}
