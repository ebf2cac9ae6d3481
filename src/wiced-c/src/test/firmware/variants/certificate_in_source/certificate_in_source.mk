NAME := App_certificate_in_source

$(NAME)_SOURCES := certificate_in_source.c
