/* What the board has: pins, ports, LEDs and buttons by their names. */
#pragma once

#include "sim_board.h" /* generated: the LEDs and the buttons of the board that the program is built for */

/* WICED_GPIO_n is n - 1. */
typedef enum
{
    WICED_GPIO_1 = 0,
    WICED_GPIO_2,
    WICED_GPIO_3,
    WICED_GPIO_4,
    WICED_GPIO_5,
    WICED_GPIO_6,
    WICED_GPIO_7,
    WICED_GPIO_8,
    WICED_GPIO_9,
    WICED_GPIO_10,
    WICED_GPIO_11,
    WICED_GPIO_12,
    WICED_GPIO_13,
    WICED_GPIO_14,
    WICED_GPIO_15,
    WICED_GPIO_16,
    WICED_GPIO_17,
    WICED_GPIO_18,
    WICED_GPIO_19,
    WICED_GPIO_20,
    WICED_GPIO_21,
    WICED_GPIO_22,
    WICED_GPIO_23,
    WICED_GPIO_24,
    WICED_GPIO_25,
    WICED_GPIO_26,
    WICED_GPIO_27,
    WICED_GPIO_28,
    WICED_GPIO_29,
    WICED_GPIO_30,
    WICED_GPIO_31,
    WICED_GPIO_32,
    WICED_GPIO_33,
    WICED_GPIO_34,
    WICED_GPIO_35,
    WICED_GPIO_36,
    WICED_GPIO_37,
    WICED_GPIO_38,
    WICED_GPIO_39,
    WICED_GPIO_40,
    WICED_GPIO_41,
    WICED_GPIO_42,
    WICED_GPIO_43,
    WICED_GPIO_44,
    WICED_GPIO_45,
    WICED_GPIO_46,
    WICED_GPIO_47,
    WICED_GPIO_48,
    WICED_GPIO_49,
    WICED_GPIO_50,
    WICED_GPIO_51,
    WICED_GPIO_MAX,
    WICED_GPIO_NONE = 0x7fffffff
} wiced_gpio_t;

typedef enum
{
    WICED_SPI_1 = 0,
    WICED_SPI_2,
    WICED_SPI_MAX
} wiced_spi_t;

typedef enum
{
    WICED_I2C_1 = 0,
    WICED_I2C_2,
    WICED_I2C_MAX
} wiced_i2c_t;

typedef enum
{
    WICED_PWM_1 = 0,
    WICED_PWM_2,
    WICED_PWM_3,
    WICED_PWM_4,
    WICED_PWM_5,
    WICED_PWM_6,
    WICED_PWM_MAX
} wiced_pwm_t;

typedef enum
{
    WICED_ADC_1 = 0,
    WICED_ADC_2,
    WICED_ADC_3,
    WICED_ADC_4,
    WICED_ADC_5,
    WICED_ADC_6,
    WICED_ADC_MAX
} wiced_adc_t;

typedef enum
{
    WICED_UART_1 = 0,
    WICED_UART_2,
    WICED_UART_3,
    WICED_UART_MAX
} wiced_uart_t;

typedef enum
{
    PLATFORM_LED_1 = 0,
    PLATFORM_LED_2
} platform_led_t;

typedef enum
{
    PLATFORM_BUTTON_1 = 0,
    PLATFORM_BUTTON_2
} platform_button_t;

#define PLATFORM_BUTTON_PRESSED_STATE ( 0 )

/* The console. */
#define STDIO_UART ( WICED_UART_1 )

/* Where the shield is. */
#define PLATFORM_ARDUINO_I2C ( WICED_I2C_2 )

/* The header that takes a shield. */
#define ARD_GPIO0 ( WICED_GPIO_1 )
#define ARD_GPIO1 ( WICED_GPIO_2 )
#define ARD_GPIO2 ( WICED_GPIO_9 )
#define ARD_GPIO3 ( WICED_GPIO_3 )
#define ARD_GPIO4 ( WICED_GPIO_10 )
#define ARD_GPIO5 ( WICED_GPIO_12 )
#define ARD_GPIO6 ( WICED_GPIO_11 )
#define ARD_GPIO7 ( WICED_GPIO_31 )
#define ARD_GPIO8 ( WICED_GPIO_36 )
#define ARD_GPIO9 ( WICED_GPIO_17 )
#define ARD_SCK ( WICED_GPIO_5 )
#define ARD_MOSI ( WICED_GPIO_6 )
#define ARD_SS ( WICED_GPIO_7 )
#define ARD_MISO ( WICED_GPIO_8 )
