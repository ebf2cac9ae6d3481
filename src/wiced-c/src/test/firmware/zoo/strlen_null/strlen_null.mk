NAME := App_strlen_null

$(NAME)_SOURCES := strlen_null.c
