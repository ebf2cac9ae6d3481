NAME := App_empty_loop

$(NAME)_SOURCES := empty_loop.c
