NAME := App_crash_in_interrupt

$(NAME)_SOURCES := crash_in_interrupt.c
