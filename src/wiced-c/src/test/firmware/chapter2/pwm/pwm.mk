NAME := App_pwm

$(NAME)_SOURCES := pwm.c
