#error "mqtt_api.h is part of the SDK, and this simulator does not have its MQTT library"
