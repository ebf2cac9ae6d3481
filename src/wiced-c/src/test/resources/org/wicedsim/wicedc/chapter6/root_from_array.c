/* A root certificate in the program: the chapter's, which is no certificate any more. */
#include "wiced.h"
#include "wiced_tls.h"

static const char httpbin_root_ca_certificate[] =
    "-----BEGIN CERTIFICATE-----\r\n"
    "MIIDSjCCAjKgAwIBAgIQRK+wgNajJ7qJMDmGLvhAazANBgkqhkiG9w0BAQUFADA/\r\n"
    "MSQwIgYDVQQKEExtEaWdpdGFsIFNpZ25hdHVyZSBUCnVzdCBDby4xFzAVBgNVBAMT\r\n"
    "DkRlTVCBSh290IENBIFgzMB4XDTAwMDkzMDExMTIxOVh0XDTIxMDkzMDE0MDEx\r\n"
    "PzEkMCIGA1UEChMbRGlnaXRhbCBTaWduYXR1cmUgVHJlc3QgQ28uMRcwFQYDVQ\r\n"
    "Ew5EU1QgUm9vdCBDQSBYMzCCASIwDQYJKoZIhvcNAQEBBQADggEPADCCAQoCggEB\r\n"
    "AN+v6ZdQCINXtMxiZfaQguzH0yxrMMpb7NnDfcdAwRgUi+DoM3ZJKuM/IUmTrE4O\r\n"
    "rz5Iy2Xu/NMhD2XSKtkyj4z193ewEnu1lcCJo6m67XMuegwGMOifooUMM0RoOEg\r\n"
    "OL15CjH9UL2AZd+3UWODyOKIYepLYYHsUmu5ouJLGiifSKOeDNoJjj4XLh7dIN9b\r\n"
    "xiqKqy69cK3FCxolkHRYxXtqqzTWMIn/5WgTelQLyNau7Fqckh49ZLOMxt+/yUFw\r\n"
    "7BZy1SbsOFU5Q9D8/RhcQPGX69Wam40duteluchY38EVAjqr2m7xPi71XAicPNaD\r\n"
    "aeQQmxkqtilX4+U9m5/wAl0CAwEAANCMEEAwDwYDVR0TAQH/BAUwAwEB/zAOBgNV\r\n"
    "HQ8BAf8EBAMCAQYwHQYDVR0OBBYEFMSnsaR7LHH62+FLkHX/xBVghYkQMA0GCSqG\r\n"
    "SIb3DQEBAQUAA4IBAQcJGiybFwBcqR7uKGY3Or+Dxz9LwmmglSBd491ZRNI+DT69\r\n"
    "ikugdB/OEIKcdBodfpga3csTS7MgROSR6cz8faXbauX+5v3gTt23ADq1cEmv8uXr\r\n"
    "AvHRAosZy5Q6XkjEGB5YGV8eAlrwDPGxrancWYaLbumR9YbK+rlmM6pZW87ipxZz\r\n"
    "R8srzJmwN0jP41ZL9c8PDHIyh8bwRLtTcm1D9SZIm1Jnt1ir/md2cXjbDaJWFBM5\r\n"
    "JDGFoqgCWjBH4d1QB7wCCZAA62RjYJsWvIjJEubsfZGL+T0YjWW06XyxV3bqxbYo\r\n"
    "Ob8VZRzI9neWagqNdWvYkQsEjgfbKbYK7p2CNTUQ\r\n"
    "-----END CERTIFICATE-----\n";

void application_start( void )
{
    wiced_result_t result;

    wiced_init();
    result = wiced_tls_init_root_ca_certificates( httpbin_root_ca_certificate, strlen( httpbin_root_ca_certificate ) );
    if ( result != WICED_SUCCESS )
    {
        WPRINT_APP_INFO( ( "Error: Root CA certificate failed to initialize: %u\n", result) );
    }
}
