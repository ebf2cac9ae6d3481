/* The types of TLS, which wiced.h also has; the functions are in wiced_tls.h. */
#pragma once

#include <stdint.h>

#include "wiced_sim.h"

typedef struct
{
    wiced_sim_handle_t sim;
} wiced_tls_identity_t;

typedef struct
{
    wiced_sim_handle_t sim;
} wiced_tls_context_t;

typedef enum
{
    WICED_TLS_AS_CLIENT = 0,
    WICED_TLS_AS_SERVER = 1
} wiced_tls_endpoint_type_t;

typedef enum
{
    TLS_NO_VERIFICATION = 0,
    TLS_VERIFICATION_OPTIONAL = 1,
    TLS_VERIFICATION_REQUIRED = 2
} wiced_tls_certificate_verification_t;

typedef enum
{
    TLS_EXTENSION_TYPE_SERVER_NAME = 0,
    TLS_EXTENSION_TYPE_MAX_FRAGMENT_LENGTH = 1,
    TLS_EXTENSION_TYPE_APPLICATION_LAYER_PROTOCOL_NEGOTIATION = 16
} wiced_tls_extension_type_t;

typedef enum
{
    TLS_FRAGMENT_LENGTH_512 = 1,
    TLS_FRAGMENT_LENGTH_1024 = 2,
    TLS_FRAGMENT_LENGTH_2048 = 3,
    TLS_FRAGMENT_LENGTH_4096 = 4
} wiced_tls_max_fragment_length_t;

typedef struct
{
    wiced_tls_extension_type_t type;
    union
    {
        uint8_t* server_name;
        wiced_tls_max_fragment_length_t max_fragment_length;
        const char** alpn_protocol_list;
    } extension_data;
} wiced_tls_extension_t;

#define MAX_EXT_DATA_LENGTH ( 256 )

/* Of the first versions of the SDK: see wiced_tls_extension_t. */
typedef struct _ssl_extension
{
    uint16_t id;
    uint16_t used; /* octets of the data */
    uint16_t sz;
    uint8_t data[MAX_EXT_DATA_LENGTH + 1];
} ssl_extension;
