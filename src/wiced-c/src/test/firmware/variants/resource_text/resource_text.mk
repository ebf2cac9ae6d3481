NAME := App_resource_text

$(NAME)_SOURCES := resource_text.c

$(NAME)_RESOURCES := text/message.txt
