NAME := App_stack_exhaustion

$(NAME)_SOURCES := stack_exhaustion.c
