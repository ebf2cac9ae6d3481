#error "http_client.h is part of the SDK, and this simulator does not have its HTTP library"
