NAME := App_i2c_probe

$(NAME)_SOURCES := i2c_probe.c
