NAME := App_aborted

$(NAME)_SOURCES := aborted.c
