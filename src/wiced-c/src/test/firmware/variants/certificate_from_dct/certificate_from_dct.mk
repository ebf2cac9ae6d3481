NAME := App_certificate_from_dct

$(NAME)_SOURCES := certificate_from_dct.c

CERTIFICATE := $(SOURCE_ROOT)resources/certificates/wwep_cert.pem
