/* How the peripherals are set up. */
#pragma once

#include <stdint.h>

#include "ring_buffer.h"

typedef enum
{
    INPUT_PULL_UP = 0,
    INPUT_PULL_DOWN = 1,
    OUTPUT_PUSH_PULL = 2,
    INPUT_HIGH_IMPEDANCE = 3,
    OUTPUT_OPEN_DRAIN_NO_PULL = 4,
    OUTPUT_OPEN_DRAIN_PULL_UP = 5
} wiced_gpio_config_t;

typedef enum
{
    IRQ_TRIGGER_RISING_EDGE = 1,
    IRQ_TRIGGER_FALLING_EDGE = 2,
    IRQ_TRIGGER_BOTH_EDGES = 3,
    IRQ_TRIGGER_LEVEL_HIGH = 4,
    IRQ_TRIGGER_LEVEL_LOW = 8
} wiced_gpio_irq_trigger_t;

typedef enum
{
    DATA_WIDTH_5BIT = 0,
    DATA_WIDTH_6BIT = 1,
    DATA_WIDTH_7BIT = 2,
    DATA_WIDTH_8BIT = 3,
    DATA_WIDTH_9BIT = 4
} platform_uart_data_width_t;

typedef enum
{
    NO_PARITY = 0,
    ODD_PARITY = 1,
    EVEN_PARITY = 2
} platform_uart_parity_t;

typedef enum
{
    STOP_BITS_1 = 0,
    STOP_BITS_2 = 1
} platform_uart_stop_bits_t;

typedef enum
{
    FLOW_CONTROL_DISABLED = 0,
    FLOW_CONTROL_CTS = 1,
    FLOW_CONTROL_RTS = 2,
    FLOW_CONTROL_CTS_RTS = 3
} platform_uart_flow_control_t;

typedef struct
{
    uint32_t baud_rate;
    platform_uart_data_width_t data_width;
    platform_uart_parity_t parity;
    platform_uart_stop_bits_t stop_bits;
    platform_uart_flow_control_t flow_control;
} platform_uart_config_t;

typedef platform_uart_config_t wiced_uart_config_t;

typedef enum
{
    I2C_ADDRESS_WIDTH_7BIT = 0,
    I2C_ADDRESS_WIDTH_10BIT = 1,
    I2C_ADDRESS_WIDTH_16BIT = 2
} platform_i2c_bus_address_width_t;

typedef enum
{
    I2C_LOW_SPEED_MODE = 0,
    I2C_STANDARD_SPEED_MODE = 1,
    I2C_HIGH_SPEED_MODE = 2
} platform_i2c_speed_mode_t;

typedef platform_i2c_bus_address_width_t wiced_i2c_bus_address_width_t;
typedef platform_i2c_speed_mode_t wiced_i2c_speed_mode_t;
