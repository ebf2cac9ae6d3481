#error "http_server.h is part of the SDK, and this simulator does not have its HTTP library"
