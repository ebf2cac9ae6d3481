#include "wiced.h"
#include "wiced_tls.h"

#include "conformance.h"

FUNCTION( wiced_tls_init_context, wiced_result_t ( * )( wiced_tls_context_t*, wiced_tls_identity_t*, const char* ) );
FUNCTION( wiced_tls_deinit_context, wiced_result_t ( * )( wiced_tls_context_t* ) );
FUNCTION( wiced_tls_reset_context, wiced_result_t ( * )( wiced_tls_context_t* ) );
FUNCTION( wiced_tls_init_identity, wiced_result_t ( * )( wiced_tls_identity_t*, const char*, const uint32_t, const uint8_t*, uint32_t ) );
FUNCTION( wiced_tls_deinit_identity, wiced_result_t ( * )( wiced_tls_identity_t* ) );
FUNCTION( wiced_tls_init_root_ca_certificates, wiced_result_t ( * )( const char*, const uint32_t ) );
FUNCTION( wiced_tls_deinit_root_ca_certificates, wiced_result_t ( * )( void ) );
FUNCTION( wiced_tls_set_context_root_ca_certificates, wiced_result_t ( * )( wiced_tls_context_t*, const char*, const uint32_t ) );
FUNCTION( wiced_tls_set_extension, wiced_result_t ( * )( wiced_tls_context_t*, wiced_tls_extension_t* ) );
FUNCTION( wiced_tls_add_extension, wiced_result_t ( * )( wiced_tls_context_t*, const ssl_extension* ) );
