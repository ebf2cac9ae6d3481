#error "gedday.h is part of the SDK, and this simulator does not have its mDNS library"
