NAME := App_dct_misuse

$(NAME)_SOURCES := dct_misuse.c
