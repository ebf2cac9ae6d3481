NAME := App_i2c_read

$(NAME)_SOURCES := i2c_read.c
