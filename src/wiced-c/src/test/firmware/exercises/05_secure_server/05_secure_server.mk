NAME := App_05_secure_server

$(NAME)_SOURCES := 05_secure_server.c
$(NAME)_SOURCES += ../wwep/database.c ../wwep/wwep.c
$(NAME)_INCLUDES := ../wwep

CERTIFICATE := $(SOURCE_ROOT)resources/certificates/wwep_cert.pem
PRIVATE_KEY := $(SOURCE_ROOT)resources/certificates/wwep_privkey.pem
