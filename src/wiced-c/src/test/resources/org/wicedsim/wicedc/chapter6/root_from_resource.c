/* A root certificate out of the resources. */
#include "wiced.h"
#include "wiced_tls.h"
#include "resources.h"

static const char *httpbin_root_ca_certificate;

void application_start( void )
{
    wiced_result_t result;

    wiced_init();

    /* Initialize the root CA certificate */
    uint32_t size_out;
    resource_get_readonly_buffer( &resources_apps_DIR_httpbin_org_DIR_ca_pem, 0, 2048, &size_out, (const void
    **) &httpbin_root_ca_certificate );
    result = wiced_tls_init_root_ca_certificates( httpbin_root_ca_certificate, size_out );
    if ( result != WICED_SUCCESS )
    {
        WPRINT_APP_INFO( ( "Error: Root CA certificate failed to initialize: %u\n", result) );
        return;
    }
}
