NAME := App_heap_overflow

$(NAME)_SOURCES := heap_overflow.c
