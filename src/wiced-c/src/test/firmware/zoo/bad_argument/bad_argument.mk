NAME := App_bad_argument

$(NAME)_SOURCES := bad_argument.c
