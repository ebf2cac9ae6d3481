/* What the build makes for the course's board. */
#pragma once

#define SIM_PLATFORM "WW101_2_CYW943907AEVAL1F"
#define WICED_LED1 WICED_GPIO_12
#define WICED_LED2 WICED_GPIO_6
#define WICED_BUTTON1 WICED_GPIO_10
#define WICED_BUTTON2 WICED_GPIO_8
#define PLATFORM_LED_COUNT 2
#define PLATFORM_BUTTON_COUNT 2
