NAME := App_uart_read

$(NAME)_SOURCES := uart_read.c
