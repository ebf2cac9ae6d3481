/* Looks for devices on the shield's bus.
 *
 * Prints: "device at 0x42" (and any other that the board file describes), then "done". On a board
 *         without a shield just "done".
 * Lights: nothing.
 * Sends:  nothing. */
#include "wiced.h"

#define FIRST_ADDRESS ( 0x08 )
#define LAST_ADDRESS ( 0x77 )
#define RETRIES ( 2 )

void application_start( void )
{
    wiced_i2c_device_t device = {
        .port          = PLATFORM_ARDUINO_I2C,
        .address_width = I2C_ADDRESS_WIDTH_7BIT,
        .speed_mode    = I2C_STANDARD_SPEED_MODE,
    };

    wiced_init( );
    wiced_i2c_init( &device );
    for ( device.address = FIRST_ADDRESS; device.address <= LAST_ADDRESS; device.address++ )
    {
        if ( wiced_i2c_probe_device( &device, RETRIES ) == WICED_TRUE )
        {
            WPRINT_APP_INFO( ( "device at 0x%02X\n", device.address ) );
        }
    }
    WPRINT_APP_INFO( ( "done\n" ) );
}
