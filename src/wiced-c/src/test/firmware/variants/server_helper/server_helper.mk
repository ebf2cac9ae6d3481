NAME := App_server_helper

$(NAME)_SOURCES := server_helper.c
$(NAME)_SOURCES += ../../exercises/wwep/database.c ../../exercises/wwep/wwep.c
$(NAME)_INCLUDES := ../../exercises/wwep
