#pragma once

#include <stdint.h>

#include "tls_types.h"
#include "wiced_defaults.h"
#include "wiced_result.h"

wiced_result_t wiced_tls_init_context( wiced_tls_context_t* context, wiced_tls_identity_t* identity, const char* peer_cn );
wiced_result_t wiced_tls_deinit_context( wiced_tls_context_t* context );
wiced_result_t wiced_tls_reset_context( wiced_tls_context_t* tls_context );

/* The lengths are those of strlen. */
wiced_result_t wiced_tls_init_identity( wiced_tls_identity_t* identity, const char* private_key, const uint32_t key_length, const uint8_t* certificate_data, uint32_t certificate_length );
wiced_result_t wiced_tls_deinit_identity( wiced_tls_identity_t* tls_identity );

wiced_result_t wiced_tls_init_root_ca_certificates( const char* trusted_ca_certificates, const uint32_t length );
wiced_result_t wiced_tls_deinit_root_ca_certificates( void );
wiced_result_t wiced_tls_set_context_root_ca_certificates( wiced_tls_context_t* context, const char* trusted_ca_certificates, const uint32_t length );

wiced_result_t wiced_tls_set_extension( wiced_tls_context_t* context, wiced_tls_extension_t* extension );
wiced_result_t wiced_tls_add_extension( wiced_tls_context_t* context, const ssl_extension* extension );
