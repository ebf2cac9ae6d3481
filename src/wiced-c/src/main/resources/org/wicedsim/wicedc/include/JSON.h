#error "JSON.h is part of the SDK, and this simulator does not have its JSON library"
