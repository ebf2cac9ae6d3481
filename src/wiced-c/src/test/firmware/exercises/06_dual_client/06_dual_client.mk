NAME := App_06_dual_client

$(NAME)_SOURCES := 06_dual_client.c

$(NAME)_RESOURCES := certificates/wwep_cert.pem
