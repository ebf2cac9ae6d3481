NAME := App_never_ending_start

$(NAME)_SOURCES := never_ending_start.c
