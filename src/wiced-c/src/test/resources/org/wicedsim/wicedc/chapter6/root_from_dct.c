/* A root certificate out of the security section of the DCT. */
#include "wiced.h"
#include "wiced_tls.h"

void application_start( void )
{
    wiced_result_t result;
    platform_dct_security_t *dct_security;

    wiced_init();

    WPRINT_APP_INFO(( "Read the certificate Key from DCT\n" ));
    result = wiced_dct_read_lock( (void**) &dct_security, WICED_FALSE, DCT_SECURITY_SECTION, 0, sizeof(
    *dct_security ) );
    if ( result != WICED_SUCCESS )
    {
        WPRINT_APP_INFO(("Unable to lock DCT to read certificate\n"));
        return;
    }

    WPRINT_APP_INFO(("Certificate Length = %d\n",strlen(dct_security->certificate)));
    WPRINT_APP_INFO(("Certificate =%s",dct_security->certificate));

    result = wiced_tls_init_root_ca_certificates(dct_security->certificate,strlen(dct_security->certificate) );
    if ( result != WICED_SUCCESS )
    {
        WPRINT_APP_INFO( ( "Error: Root CA certificate failed to initialize: %u\n", result) );
        return;
    }
}
