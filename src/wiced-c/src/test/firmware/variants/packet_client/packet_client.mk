NAME := App_packet_client

$(NAME)_SOURCES := packet_client.c
