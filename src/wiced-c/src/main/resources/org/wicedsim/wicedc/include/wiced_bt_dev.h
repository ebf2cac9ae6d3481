#error "wiced_bt_dev.h is part of the SDK, and this simulator does not have Bluetooth"
