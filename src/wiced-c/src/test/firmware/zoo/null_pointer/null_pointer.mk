NAME := App_null_pointer

$(NAME)_SOURCES := null_pointer.c
