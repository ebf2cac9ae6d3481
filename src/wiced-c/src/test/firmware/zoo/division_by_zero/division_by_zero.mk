NAME := App_division_by_zero

$(NAME)_SOURCES := division_by_zero.c
