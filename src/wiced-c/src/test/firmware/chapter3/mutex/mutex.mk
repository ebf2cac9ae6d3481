NAME := App_mutex

$(NAME)_SOURCES := mutex.c
