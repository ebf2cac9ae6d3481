NAME := App_callback_client

$(NAME)_SOURCES := callback_client.c
