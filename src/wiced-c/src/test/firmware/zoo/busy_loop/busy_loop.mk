NAME := App_busy_loop

$(NAME)_SOURCES := busy_loop.c
