NAME := App_buffer_client

$(NAME)_SOURCES := buffer_client.c
