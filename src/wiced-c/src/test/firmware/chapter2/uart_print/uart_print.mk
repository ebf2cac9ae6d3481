NAME := App_uart_print

$(NAME)_SOURCES := uart_print.c
