#error "u8g_arm.h is part of the SDK, and this simulator does not have its display library"
