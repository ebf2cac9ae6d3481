NAME := App_thread

$(NAME)_SOURCES := thread.c
