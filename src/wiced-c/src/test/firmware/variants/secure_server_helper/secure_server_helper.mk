NAME := App_secure_server_helper

$(NAME)_SOURCES := secure_server_helper.c
$(NAME)_SOURCES += ../../exercises/wwep/database.c ../../exercises/wwep/wwep.c
$(NAME)_INCLUDES := ../../exercises/wwep

CERTIFICATE := $(SOURCE_ROOT)resources/certificates/wwep_cert.pem
PRIVATE_KEY := $(SOURCE_ROOT)resources/certificates/wwep_privkey.pem
