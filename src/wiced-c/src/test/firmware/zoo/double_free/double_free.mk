NAME := App_double_free

$(NAME)_SOURCES := double_free.c
