NAME := App_counter

$(NAME)_SOURCES := counter.c

APPLICATION_DCT := counter_dct.c
