NAME := App_leaks

$(NAME)_SOURCES := leaks.c
