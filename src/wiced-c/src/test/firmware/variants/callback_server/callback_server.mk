NAME := App_callback_server

$(NAME)_SOURCES := callback_server.c
$(NAME)_SOURCES += ../../exercises/wwep/database.c ../../exercises/wwep/wwep.c
$(NAME)_INCLUDES := ../../exercises/wwep
