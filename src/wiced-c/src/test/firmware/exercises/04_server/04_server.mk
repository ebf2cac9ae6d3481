NAME := App_04_server

$(NAME)_SOURCES := 04_server.c
$(NAME)_SOURCES += ../wwep/database.c ../wwep/wwep.c
$(NAME)_INCLUDES := ../wwep
