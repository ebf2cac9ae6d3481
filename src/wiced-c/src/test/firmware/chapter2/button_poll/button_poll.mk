NAME := App_button_poll

$(NAME)_SOURCES := button_poll.c
