/* Joins the access point that the makefile's Wi-Fi header names.
 *
 * Prints: the SDK's "Joining : course" and "Successfully joined : course", then "up: 0"; "failed: 1024"
 *         and the like, and once more after a second, where it is not on the air.
 * Lights: LED 1 when the network is up; LED 2 after a failure.
 * Sends:  nothing. */
#include "wiced.h"

#define RETRY_MS ( 1000 )

void application_start( void )
{
    wiced_result_t result;

    wiced_init( );
    while ( ( result = wiced_network_up( WICED_STA_INTERFACE, WICED_USE_EXTERNAL_DHCP_SERVER, NULL ) ) != WICED_SUCCESS )
    {
        WPRINT_APP_INFO( ( "failed: %d\n", result ) );
        wiced_led_set_state( WICED_LED_INDEX_2, WICED_LED_ON );
        wiced_rtos_delay_milliseconds( RETRY_MS );
    }
    WPRINT_APP_INFO( ( "up: %d\n", result ) );
    wiced_led_set_state( WICED_LED_INDEX_2, WICED_LED_OFF );
    wiced_led_set_state( WICED_LED_INDEX_1, WICED_LED_ON );
}
