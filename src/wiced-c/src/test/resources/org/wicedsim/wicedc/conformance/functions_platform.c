#include "wiced.h"

#include "conformance.h"

FUNCTION( wiced_gpio_init, wiced_result_t ( * )( wiced_gpio_t, wiced_gpio_config_t ) );
FUNCTION( wiced_gpio_deinit, wiced_result_t ( * )( wiced_gpio_t ) );
FUNCTION( wiced_gpio_output_high, wiced_result_t ( * )( wiced_gpio_t ) );
FUNCTION( wiced_gpio_output_low, wiced_result_t ( * )( wiced_gpio_t ) );
FUNCTION( wiced_gpio_input_get, wiced_bool_t ( * )( wiced_gpio_t ) );
FUNCTION( wiced_gpio_input_get_bool, wiced_result_t ( * )( wiced_gpio_t, wiced_bool_t* ) );
FUNCTION( wiced_gpio_input_irq_enable, wiced_result_t ( * )( wiced_gpio_t, wiced_gpio_irq_trigger_t, wiced_gpio_irq_handler_t, void* ) );
FUNCTION( wiced_gpio_input_irq_disable, wiced_result_t ( * )( wiced_gpio_t ) );
FUNCTION( wiced_led_set_state, wiced_result_t ( * )( wiced_led_index_t, wiced_led_state_t ) );
FUNCTION( wiced_uart_init, wiced_result_t ( * )( wiced_uart_t, const wiced_uart_config_t*, wiced_ring_buffer_t* ) );
FUNCTION( wiced_uart_deinit, wiced_result_t ( * )( wiced_uart_t ) );
FUNCTION( wiced_uart_transmit_bytes, wiced_result_t ( * )( wiced_uart_t, const void*, uint32_t ) );
FUNCTION( wiced_uart_receive_bytes, wiced_result_t ( * )( wiced_uart_t, void*, uint32_t*, uint32_t ) );
FUNCTION( ring_buffer_init, wiced_result_t ( * )( wiced_ring_buffer_t*, uint8_t*, uint32_t ) );
FUNCTION( wiced_i2c_init, wiced_result_t ( * )( const wiced_i2c_device_t* ) );
FUNCTION( wiced_i2c_probe_device, wiced_bool_t ( * )( const wiced_i2c_device_t*, int ) );
FUNCTION( wiced_i2c_write, wiced_result_t ( * )( const wiced_i2c_device_t*, uint16_t, const void*, uint16_t ) );
FUNCTION( wiced_i2c_read, wiced_result_t ( * )( const wiced_i2c_device_t*, uint16_t, void*, uint16_t ) );
FUNCTION( wiced_pwm_init, wiced_result_t ( * )( wiced_pwm_t, uint32_t, float ) );
FUNCTION( wiced_pwm_start, wiced_result_t ( * )( wiced_pwm_t ) );
FUNCTION( wiced_pwm_stop, wiced_result_t ( * )( wiced_pwm_t ) );
FUNCTION( wiced_i2c_deinit, wiced_result_t ( * )( const wiced_i2c_device_t* ) );
FUNCTION( ring_buffer_deinit, wiced_result_t ( * )( wiced_ring_buffer_t* ) );
FUNCTION( ring_buffer_write, uint32_t ( * )( wiced_ring_buffer_t*, const uint8_t*, uint32_t ) );
FUNCTION( ring_buffer_read, wiced_result_t ( * )( wiced_ring_buffer_t*, uint8_t*, uint32_t, uint32_t* ) );
FUNCTION( ring_buffer_free_space, uint32_t ( * )( wiced_ring_buffer_t* ) );
FUNCTION( ring_buffer_used_space, uint32_t ( * )( wiced_ring_buffer_t* ) );

TYPE( wiced_gpio_irq_handler_t, void ( * )( void* ) );
