NAME := App_uninitialised

$(NAME)_SOURCES := uninitialised.c
