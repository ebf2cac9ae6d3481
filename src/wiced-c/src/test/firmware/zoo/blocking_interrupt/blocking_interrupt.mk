NAME := App_blocking_interrupt

$(NAME)_SOURCES := blocking_interrupt.c
