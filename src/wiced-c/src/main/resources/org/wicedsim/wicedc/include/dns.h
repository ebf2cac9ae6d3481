#error "dns.h is part of the SDK, and this simulator does not have DNS apart from wiced_hostname_lookup"
