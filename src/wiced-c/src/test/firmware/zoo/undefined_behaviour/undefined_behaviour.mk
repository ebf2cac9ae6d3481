NAME := App_undefined_behaviour

$(NAME)_SOURCES := undefined_behaviour.c
