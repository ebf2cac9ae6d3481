NAME := App_worker

$(NAME)_SOURCES := worker.c
