NAME := App_02_checked_client

$(NAME)_SOURCES := 02_checked_client.c
