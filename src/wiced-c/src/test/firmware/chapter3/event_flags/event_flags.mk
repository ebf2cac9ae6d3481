NAME := App_event_flags

$(NAME)_SOURCES := event_flags.c
