NAME := App_no_network

$(NAME)_SOURCES := no_network.c
