#error "wiced_crypto.h is part of the SDK, and this simulator does not have its crypto library"
