NAME := App_timer

$(NAME)_SOURCES := timer.c
