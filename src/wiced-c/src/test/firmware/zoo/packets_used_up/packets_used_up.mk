NAME := App_packets_used_up

$(NAME)_SOURCES := packets_used_up.c
