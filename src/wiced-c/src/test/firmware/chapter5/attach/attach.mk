NAME := App_attach

$(NAME)_SOURCES := attach.c

WIFI_CONFIG_DCT_H := wifi_config_dct.h

VALID_PLATFORMS := WW101_* CYW943907AEVAL1F*
