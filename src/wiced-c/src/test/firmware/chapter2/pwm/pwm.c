/* Makes LED 1 brighter in steps, and switches it off.
 *
 * Prints: "0 %", "25 %", "50 %", "75 %", "100 %", "off".
 * Lights: LED 1 with these percentages, 50 ms each.
 * Sends:  nothing. */
#include "wiced.h"

#define FREQUENCY_HZ ( 1000 )
#define STEP_MS ( 50 )

void application_start( void )
{
    wiced_init( );
    /* The pin is PWM's from here on. */
    wiced_gpio_deinit( WICED_LED1 );
    for ( int percent = 0; percent <= 100; percent += 25 )
    {
        wiced_pwm_init( WICED_PWM_3, FREQUENCY_HZ, percent );
        wiced_pwm_start( WICED_PWM_3 );
        WPRINT_APP_INFO( ( "%d %%\n", percent ) );
        wiced_rtos_delay_milliseconds( STEP_MS );
    }
    wiced_pwm_stop( WICED_PWM_3 );
    WPRINT_APP_INFO( ( "off\n" ) );
}
