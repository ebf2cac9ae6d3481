NAME := App_stack_use

$(NAME)_SOURCES := stack_use.c
