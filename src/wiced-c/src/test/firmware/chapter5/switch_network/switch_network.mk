NAME := App_switch_network

$(NAME)_SOURCES := switch_network.c
