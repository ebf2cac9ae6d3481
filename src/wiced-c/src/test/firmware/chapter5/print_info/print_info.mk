NAME := App_print_info

$(NAME)_SOURCES := print_info.c
