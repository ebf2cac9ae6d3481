NAME := App_stack_smash

$(NAME)_SOURCES := stack_smash.c
