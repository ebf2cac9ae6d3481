#error "dhcp_server.h is part of the SDK, and this simulator does not have a DHCP server apart from wiced_network_up"
