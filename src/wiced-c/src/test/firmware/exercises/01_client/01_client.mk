NAME := App_01_client

$(NAME)_SOURCES := 01_client.c
