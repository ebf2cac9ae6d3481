#error "wiced_low_power.h is part of the SDK, and this simulator does not have power saving"
