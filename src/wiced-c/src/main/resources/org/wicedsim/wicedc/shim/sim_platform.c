/* wiced_platform.h. Numbers of parts count from 0 here, as in C; Java counts from 1. */
#include <string.h>

#include "sim.h"
#include "wiced.h"

wiced_result_t wiced_gpio_init( wiced_gpio_t gpio, wiced_gpio_config_t configuration )
{
    return (wiced_result_t) SIM_CALL( WICED_GPIO_INIT, gpio, configuration );
}

wiced_result_t wiced_gpio_deinit( wiced_gpio_t gpio )
{
    return (wiced_result_t) SIM_CALL( WICED_GPIO_DEINIT, gpio );
}

wiced_result_t wiced_gpio_output_high( wiced_gpio_t gpio )
{
    return (wiced_result_t) SIM_CALL( WICED_GPIO_OUTPUT_HIGH, gpio );
}

wiced_result_t wiced_gpio_output_low( wiced_gpio_t gpio )
{
    return (wiced_result_t) SIM_CALL( WICED_GPIO_OUTPUT_LOW, gpio );
}

wiced_bool_t wiced_gpio_input_get( wiced_gpio_t gpio )
{
    return (wiced_bool_t) SIM_CALL( WICED_GPIO_INPUT_GET, gpio );
}

wiced_result_t wiced_gpio_input_get_bool( wiced_gpio_t gpio, wiced_bool_t* value )
{
    int64_t        slots[] = { gpio };
    wiced_result_t result  = (wiced_result_t) SIM_CALL_SLOTS( WICED_GPIO_INPUT_GET_BOOL, slots );

    if ( result == WICED_SUCCESS )
    {
        *value = (wiced_bool_t) slots[ 0 ];
    }
    return result;
}

wiced_result_t wiced_gpio_input_irq_enable( wiced_gpio_t gpio, wiced_gpio_irq_trigger_t trigger, wiced_gpio_irq_handler_t handler, void* arg )
{
    return (wiced_result_t) SIM_CALL( WICED_GPIO_INPUT_IRQ_ENABLE, gpio, trigger, SIM_POINTER( handler ), SIM_POINTER( arg ) );
}

wiced_result_t wiced_gpio_input_irq_disable( wiced_gpio_t gpio )
{
    return (wiced_result_t) SIM_CALL( WICED_GPIO_INPUT_IRQ_DISABLE, gpio );
}

wiced_result_t wiced_led_set_state( wiced_led_index_t led_index, wiced_led_state_t off_on )
{
    return (wiced_result_t) SIM_CALL( WICED_LED_SET_STATE, led_index, off_on );
}

/* What is received waits in the console's own buffer: the application's ring stays empty. */
wiced_result_t wiced_uart_init( wiced_uart_t uart, const wiced_uart_config_t* config, wiced_ring_buffer_t* optional_rx_buffer )
{
    return (wiced_result_t) SIM_CALL( WICED_UART_INIT, uart, config->baud_rate, config->data_width, config->parity,
                                      config->stop_bits, config->flow_control,
                                      ( optional_rx_buffer != NULL ) ? optional_rx_buffer->size : 0 );
}

wiced_result_t wiced_uart_deinit( wiced_uart_t uart )
{
    return (wiced_result_t) SIM_CALL( WICED_UART_DEINIT, uart );
}

wiced_result_t wiced_uart_transmit_bytes( wiced_uart_t uart, const void* data, uint32_t size )
{
    return (wiced_result_t) SIM_CALL( WICED_UART_TRANSMIT_BYTES, uart, SIM_POINTER( data ), size );
}

wiced_result_t wiced_uart_receive_bytes( wiced_uart_t uart, void* data, uint32_t* size, uint32_t timeout )
{
    int64_t        slots[] = { uart, SIM_POINTER( data ), *size, timeout };
    wiced_result_t result  = (wiced_result_t) SIM_CALL_SLOTS( WICED_UART_RECEIVE_BYTES, slots );

    *size = (uint32_t) slots[ 0 ];
    return result;
}

wiced_result_t wiced_i2c_init( const wiced_i2c_device_t* device )
{
    return (wiced_result_t) SIM_CALL( WICED_I2C_INIT, device->port );
}

wiced_result_t wiced_i2c_deinit( const wiced_i2c_device_t* device )
{
    return (wiced_result_t) SIM_CALL( WICED_I2C_DEINIT, device->port );
}

wiced_bool_t wiced_i2c_probe_device( const wiced_i2c_device_t* device, int retries )
{
    return (wiced_bool_t) SIM_CALL( WICED_I2C_PROBE_DEVICE, device->port, device->address, retries );
}

wiced_result_t wiced_i2c_write( const wiced_i2c_device_t* device, uint16_t flags, const void* buffer, uint16_t buffer_length )
{
    return (wiced_result_t) SIM_CALL( WICED_I2C_WRITE, device->port, device->address, flags, SIM_POINTER( buffer ), buffer_length );
}

wiced_result_t wiced_i2c_read( const wiced_i2c_device_t* device, uint16_t flags, void* buffer, uint16_t buffer_length )
{
    return (wiced_result_t) SIM_CALL( WICED_I2C_READ, device->port, device->address, flags, SIM_POINTER( buffer ), buffer_length );
}

wiced_result_t wiced_pwm_init( wiced_pwm_t pwm, uint32_t frequency_hz, float duty_cycle_percent )
{
    const double percent = duty_cycle_percent;
    int64_t      bits;

    memcpy( &bits, &percent, sizeof( bits ) );
    return (wiced_result_t) SIM_CALL( WICED_PWM_INIT, pwm, frequency_hz, bits );
}

wiced_result_t wiced_pwm_start( wiced_pwm_t pwm )
{
    return (wiced_result_t) SIM_CALL( WICED_PWM_START, pwm );
}

wiced_result_t wiced_pwm_stop( wiced_pwm_t pwm )
{
    return (wiced_result_t) SIM_CALL( WICED_PWM_STOP, pwm );
}
