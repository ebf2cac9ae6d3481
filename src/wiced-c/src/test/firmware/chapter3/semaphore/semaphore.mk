NAME := App_semaphore

$(NAME)_SOURCES := semaphore.c
