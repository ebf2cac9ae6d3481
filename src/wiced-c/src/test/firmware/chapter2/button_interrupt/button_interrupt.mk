NAME := App_button_interrupt

$(NAME)_SOURCES := button_interrupt.c
