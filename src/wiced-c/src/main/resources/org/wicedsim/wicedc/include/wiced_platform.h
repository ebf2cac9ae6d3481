/* Pins, LEDs, the console, I2C and PWM. */
#pragma once

#include <stdint.h>

#include "platform.h"
#include "platform_peripheral.h"
#include "ring_buffer.h"
#include "wiced_constants.h"
#include "wiced_result.h"
#include "wiced_sim_absent.h"

typedef enum
{
    WICED_LED_INDEX_1 = 0,
    WICED_LED_INDEX_2,
    WICED_LED_INDEX_3,
    WICED_LED_INDEX_4
} wiced_led_index_t;

typedef enum
{
    WICED_LED_OFF = 0,
    WICED_LED_ON = 1
} wiced_led_state_t;

/* Called in interrupt context: must not block. */
typedef void ( *wiced_gpio_irq_handler_t )( void* arg );

#define WICED_I2C_START_FLAG ( 1u << 0 )
#define WICED_I2C_REPEATED_START_FLAG ( 1u << 1 )
#define WICED_I2C_STOP_FLAG ( 1u << 2 )

typedef struct
{
    wiced_i2c_t port;
    uint16_t address;
    wiced_i2c_bus_address_width_t address_width;
    uint8_t flags;
    wiced_i2c_speed_mode_t speed_mode;
} wiced_i2c_device_t;

wiced_result_t wiced_gpio_init( wiced_gpio_t gpio, wiced_gpio_config_t configuration );
wiced_result_t wiced_gpio_deinit( wiced_gpio_t gpio );
wiced_result_t wiced_gpio_output_high( wiced_gpio_t gpio );
wiced_result_t wiced_gpio_output_low( wiced_gpio_t gpio );
wiced_bool_t wiced_gpio_input_get( wiced_gpio_t gpio );
wiced_result_t wiced_gpio_input_get_bool( wiced_gpio_t gpio, wiced_bool_t* value );
wiced_result_t wiced_gpio_input_irq_enable( wiced_gpio_t gpio, wiced_gpio_irq_trigger_t trigger, wiced_gpio_irq_handler_t handler, void* arg );
wiced_result_t wiced_gpio_input_irq_disable( wiced_gpio_t gpio );

wiced_result_t wiced_led_set_state( wiced_led_index_t led_index, wiced_led_state_t off_on );

wiced_result_t wiced_uart_init( wiced_uart_t uart, const wiced_uart_config_t* config, wiced_ring_buffer_t* optional_rx_buffer );
wiced_result_t wiced_uart_deinit( wiced_uart_t uart );
wiced_result_t wiced_uart_transmit_bytes( wiced_uart_t uart, const void* data, uint32_t size );

/* In *size how many are wanted; then how many there were. */
wiced_result_t wiced_uart_receive_bytes( wiced_uart_t uart, void* data, uint32_t* size, uint32_t timeout );

wiced_result_t wiced_i2c_init( const wiced_i2c_device_t* device );
wiced_result_t wiced_i2c_deinit( const wiced_i2c_device_t* device );
wiced_bool_t wiced_i2c_probe_device( const wiced_i2c_device_t* device, int retries );
wiced_result_t wiced_i2c_write( const wiced_i2c_device_t* device, uint16_t flags, const void* buffer, uint16_t buffer_length );
wiced_result_t wiced_i2c_read( const wiced_i2c_device_t* device, uint16_t flags, void* buffer, uint16_t buffer_length );

wiced_result_t wiced_pwm_init( wiced_pwm_t pwm, uint32_t frequency_hz, float duty_cycle_percent );
wiced_result_t wiced_pwm_start( wiced_pwm_t pwm );
wiced_result_t wiced_pwm_stop( wiced_pwm_t pwm );

WICED_SIM_NOT_SIMULATED( wiced_i2c_transfer, "I2C messages: use wiced_i2c_write and wiced_i2c_read" );
WICED_SIM_NOT_SIMULATED( wiced_i2c_init_tx_message, "I2C messages: use wiced_i2c_write" );
WICED_SIM_NOT_SIMULATED( wiced_i2c_init_rx_message, "I2C messages: use wiced_i2c_read" );
WICED_SIM_NOT_SIMULATED( wiced_i2c_init_combined_message, "I2C messages: use wiced_i2c_write and wiced_i2c_read" );
WICED_SIM_NOT_SIMULATED( wiced_adc_init, "ADCs" );
WICED_SIM_NOT_SIMULATED( wiced_adc_deinit, "ADCs" );
WICED_SIM_NOT_SIMULATED( wiced_adc_take_sample, "ADCs" );
WICED_SIM_NOT_SIMULATED( wiced_adc_take_sample_stream, "ADCs" );
WICED_SIM_NOT_SIMULATED( wiced_spi_init, "SPI" );
WICED_SIM_NOT_SIMULATED( wiced_spi_deinit, "SPI" );
WICED_SIM_NOT_SIMULATED( wiced_spi_transfer, "SPI" );
WICED_SIM_NOT_SIMULATED( wiced_watchdog_init, "a watchdog" );
WICED_SIM_NOT_SIMULATED( wiced_watchdog_kick, "a watchdog" );
WICED_SIM_NOT_SIMULATED( wiced_watchdog_deinit, "a watchdog" );
WICED_SIM_NOT_SIMULATED( wiced_platform_get_rtc_time, "a clock of the day" );
WICED_SIM_NOT_SIMULATED( wiced_platform_set_rtc_time, "a clock of the day" );
WICED_SIM_NOT_SIMULATED( wiced_platform_mcu_enable_powersave, "power saving" );
WICED_SIM_NOT_SIMULATED( wiced_platform_mcu_disable_powersave, "power saving" );
