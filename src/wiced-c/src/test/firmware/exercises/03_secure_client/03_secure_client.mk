NAME := App_03_secure_client

$(NAME)_SOURCES := 03_secure_client.c

$(NAME)_RESOURCES := certificates/wwep_cert.pem
