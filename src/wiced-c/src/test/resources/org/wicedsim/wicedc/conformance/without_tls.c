#include "wiced.h"

/* The types of TLS and of the DCT are there without their headers. */
wiced_tls_context_t context;
wiced_tls_identity_t identity;
platform_dct_security_t* security;
linked_list_t list;
wiced_ring_buffer_t ring_buffer;
