NAME := App_queue

$(NAME)_SOURCES := queue.c
