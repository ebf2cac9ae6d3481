NAME := App_tiny_stacks

$(NAME)_SOURCES := tiny_stacks.c
