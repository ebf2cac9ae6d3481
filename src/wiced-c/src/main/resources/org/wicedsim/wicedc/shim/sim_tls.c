/* wiced_tls.h. A string or octets cross as their address and their length: a bad pointer is found
 * here, on the line of the application. */
#include <stdbool.h>
#include <string.h>

#include "sim.h"
#include "wiced_tls.h"

#define NUMBER( structure ) ( ( structure ) != NULL ? sim_number( &( structure )->sim ) : 0 )

wiced_result_t wiced_tls_init_context( wiced_tls_context_t* context, wiced_tls_identity_t* identity, const char* peer_cn )
{
    int64_t slots[] = { SIM_POINTER( context ), NUMBER( identity ), SIM_POINTER( peer_cn ), ( peer_cn != NULL ) ? (int64_t) strlen( peer_cn ) : 0 };
    const wiced_result_t result = (wiced_result_t) SIM_CALL_SLOTS( WICED_TLS_INIT_CONTEXT, slots );

    if ( context != NULL )
    {
        sim_keep( &context->sim, slots[0] );
    }
    return result;
}

wiced_result_t wiced_tls_deinit_context( wiced_tls_context_t* context )
{
    const wiced_result_t result = (wiced_result_t) SIM_CALL( WICED_TLS_DEINIT_CONTEXT, NUMBER( context ), context != NULL );

    if ( context != NULL )
    {
        sim_keep( &context->sim, 0 );
    }
    return result;
}

wiced_result_t wiced_tls_reset_context( wiced_tls_context_t* tls_context )
{
    return (wiced_result_t) SIM_CALL( WICED_TLS_RESET_CONTEXT, NUMBER( tls_context ) );
}

wiced_result_t wiced_tls_init_identity( wiced_tls_identity_t* identity, const char* private_key, const uint32_t key_length, const uint8_t* certificate_data, uint32_t certificate_length )
{
    int64_t slots[] = { SIM_POINTER( identity ), SIM_POINTER( private_key ), key_length, SIM_POINTER( certificate_data ), certificate_length };
    const wiced_result_t result = (wiced_result_t) SIM_CALL_SLOTS( WICED_TLS_INIT_IDENTITY, slots );

    if ( identity != NULL )
    {
        sim_keep( &identity->sim, slots[0] );
    }
    return result;
}

wiced_result_t wiced_tls_deinit_identity( wiced_tls_identity_t* tls_identity )
{
    const wiced_result_t result = (wiced_result_t) SIM_CALL( WICED_TLS_DEINIT_IDENTITY, NUMBER( tls_identity ) );

    if ( tls_identity != NULL )
    {
        sim_keep( &tls_identity->sim, 0 );
    }
    return result;
}

wiced_result_t wiced_tls_init_root_ca_certificates( const char* trusted_ca_certificates, const uint32_t length )
{
    return (wiced_result_t) SIM_CALL( WICED_TLS_INIT_ROOT_CA_CERTIFICATES, SIM_POINTER( trusted_ca_certificates ), length );
}

wiced_result_t wiced_tls_deinit_root_ca_certificates( void )
{
    return (wiced_result_t) SIM_CALL( WICED_TLS_DEINIT_ROOT_CA_CERTIFICATES, 0 );
}

wiced_result_t wiced_tls_set_context_root_ca_certificates( wiced_tls_context_t* context, const char* trusted_ca_certificates, const uint32_t length )
{
    return (wiced_result_t) SIM_CALL( WICED_TLS_SET_CONTEXT_ROOT_CA_CERTIFICATES, NUMBER( context ), SIM_POINTER( trusted_ca_certificates ), length );
}

/* What an extension says, as a slot; 0 when there is no extension. */
static int64_t said( const wiced_tls_extension_t* extension )
{
    if ( extension == NULL )
    {
        return 0;
    }
    switch ( extension->type )
    {
        case TLS_EXTENSION_TYPE_SERVER_NAME:
            return SIM_POINTER( extension->extension_data.server_name );
        case TLS_EXTENSION_TYPE_APPLICATION_LAYER_PROTOCOL_NEGOTIATION:
            return SIM_POINTER( extension->extension_data.alpn_protocol_list );
        default:
            return extension->extension_data.max_fragment_length;
    }
}

wiced_result_t wiced_tls_set_extension( wiced_tls_context_t* context, wiced_tls_extension_t* extension )
{
    return (wiced_result_t) SIM_CALL( WICED_TLS_SET_EXTENSION, NUMBER( context ), ( extension != NULL ) ? extension->type : 0, said( extension ) );
}

/* The host name in the content of a SERVER_NAME extension: the list that goes over the wire
 * (RFC 6066 section 3: length of the list, type 0, length of the name, name), or the name alone. */
static void copy_server_name( const ssl_extension* extension, char* name )
{
    const uint8_t* data = extension->data;
    size_t         used = extension->used <= MAX_EXT_DATA_LENGTH ? extension->used : MAX_EXT_DATA_LENGTH;
    const bool     list = used > 5 && ( data[0] << 8 | data[1] ) == (int) used - 2 && data[2] == 0;
    const size_t   skip = list ? 5 : 0;
    memcpy( name, data + skip, used - skip );
    name[used - skip] = '\0';
}

/* Of the first versions of the SDK. */
wiced_result_t wiced_tls_add_extension( wiced_tls_context_t* context, const ssl_extension* extension )
{
    char       name[MAX_EXT_DATA_LENGTH + 1];
    const bool names_server = extension != NULL && extension->id == TLS_EXTENSION_TYPE_SERVER_NAME;
    if ( names_server )
    {
        copy_server_name( extension, name );
    }
    return (wiced_result_t) SIM_CALL( WICED_TLS_ADD_EXTENSION, NUMBER( context ), ( extension != NULL ) ? extension->id : 0, names_server ? SIM_POINTER( name ) : 0 );
}
