NAME := App_global_socket

$(NAME)_SOURCES := global_socket.c
