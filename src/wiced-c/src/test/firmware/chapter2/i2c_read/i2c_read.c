/* Reads the sensors of the shield and lights its LEDs, by registers.
 *
 * Prints: "temperature 22.5", "humidity 45.0", "light 300.0", "pot 1.20" (what the board file says),
 *         "LED register 0x05".
 * Lights: nothing that the board shows.
 * Sends:  nothing but I2C. */
#include "wiced.h"

#define SHIELD_ADDRESS ( 0x42 )
#define LED_REGISTER ( 0x04 )
#define CONTROL_REGISTER ( 0x05 )
#define SENSORS_REGISTER ( 0x07 )
#define LEDS_FROM_I2C ( 0x01 )

/* As the registers lie. */
typedef struct
{
    float temperature;
    float humidity;
    float light;
    float pot;
} sensors_t;

static const wiced_i2c_device_t shield = {
    .port          = PLATFORM_ARDUINO_I2C,
    .address       = SHIELD_ADDRESS,
    .address_width = I2C_ADDRESS_WIDTH_7BIT,
    .speed_mode    = I2C_STANDARD_SPEED_MODE,
};

static wiced_result_t read_registers( uint8_t first, void* octets, uint16_t size )
{
    const wiced_result_t result = wiced_i2c_write( &shield, WICED_I2C_START_FLAG | WICED_I2C_STOP_FLAG, &first, sizeof( first ) );

    return ( result == WICED_SUCCESS ) ? wiced_i2c_read( &shield, WICED_I2C_START_FLAG | WICED_I2C_STOP_FLAG, octets, size ) : result;
}

void application_start( void )
{
    const uint8_t control[] = { CONTROL_REGISTER, LEDS_FROM_I2C };
    const uint8_t leds[]    = { LED_REGISTER, 0x05 };
    uint8_t       lit       = 0;
    sensors_t     sensors;

    wiced_init( );
    wiced_i2c_init( &shield );
    if ( read_registers( SENSORS_REGISTER, &sensors, sizeof( sensors ) ) != WICED_SUCCESS )
    {
        WPRINT_APP_INFO( ( "no shield\n" ) );
        return;
    }
    WPRINT_APP_INFO( ( "temperature %.1f\n", sensors.temperature ) );
    WPRINT_APP_INFO( ( "humidity %.1f\n", sensors.humidity ) );
    WPRINT_APP_INFO( ( "light %.1f\n", sensors.light ) );
    WPRINT_APP_INFO( ( "pot %.2f\n", sensors.pot ) );

    wiced_i2c_write( &shield, WICED_I2C_START_FLAG | WICED_I2C_STOP_FLAG, control, sizeof( control ) );
    wiced_i2c_write( &shield, WICED_I2C_START_FLAG | WICED_I2C_STOP_FLAG, leds, sizeof( leds ) );
    read_registers( LED_REGISTER, &lit, sizeof( lit ) );
    WPRINT_APP_INFO( ( "LED register 0x%02X\n", lit ) );
}
