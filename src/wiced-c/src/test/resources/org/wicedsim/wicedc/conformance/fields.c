#include "wiced.h"

#include "conformance.h"

/* The members that programs touch. */
FIELD( wiced_thread_t, handle, TX_THREAD );
FIELD( wiced_thread_t, stack, void* );
OFFSET( wiced_thread_t, handle, 0 );
FIELD( TX_THREAD, tx_thread_stack_start, void* );
FIELD( TX_THREAD, tx_thread_stack_end, void* );

FIELD( wiced_tcp_socket_t, socket.nx_tcp_socket_connect_ip.nxd_ip_address.v4, uint32_t );
FIELD( wiced_tcp_socket_t, socket.nx_tcp_socket_connect_port, unsigned int );
FIELD( wiced_tcp_socket_t, socket.nx_tcp_socket_state, unsigned int );
FIELD( wiced_tcp_socket_t, tls_context, wiced_tls_context_t* );
FIELD( wiced_tcp_socket_t, context_malloced, wiced_bool_t );
FIELD( wiced_tcp_socket_t, callback_arg, void* );
FIELD( wiced_tcp_socket_t, callbacks.connect, wiced_tcp_socket_callback_t );
FIELD( wiced_tcp_socket_t, callbacks.receive, wiced_tcp_socket_callback_t );
FIELD( wiced_tcp_socket_t, callbacks.disconnect, wiced_tcp_socket_callback_t );

FIELD( wiced_tcp_stream_t, socket, wiced_tcp_socket_t* );
FIELD( wiced_tcp_stream_t, tx_packet, wiced_packet_t* );
FIELD( wiced_tcp_stream_t, tx_packet_data, uint8_t* );
FIELD( wiced_tcp_stream_t, tx_packet_data_length, uint16_t );
FIELD( wiced_tcp_stream_t, tx_packet_space_available, uint16_t );
FIELD( wiced_tcp_stream_t, rx_packet, wiced_packet_t* );

FIELD( wiced_tcp_server_t, mutex, wiced_mutex_t );
FIELD( wiced_tcp_server_t, socket_list, linked_list_t );
FIELD( wiced_tcp_server_t, interface, int );
FIELD( wiced_tcp_server_t, port, uint16_t );
FIELD( wiced_tcp_server_t, tls_identity, wiced_tls_identity_t* );
FIELD( wiced_tcp_server_t, max_tcp_connections, int );
FIELD( wiced_tcp_server_t, active_tcp_connections, int );
FIELD( wiced_tcp_server_socket_t, socket_node, linked_list_node_t );
FIELD( wiced_tcp_server_socket_t, socket, wiced_tcp_socket_t );

FIELD( linked_list_node_t, data, void* );
FIELD( linked_list_node_t, next, linked_list_node_t* );
FIELD( linked_list_node_t, prev, linked_list_node_t* );
FIELD( linked_list_t, count, uint32_t );
FIELD( linked_list_t, front, linked_list_node_t* );
FIELD( linked_list_t, rear, linked_list_node_t* );

FIELD( wiced_ip_address_t, version, wiced_ip_version_t );
FIELD( wiced_ip_address_t, ip.v4, uint32_t );
FIELD( wiced_ip_address_t, ip.v6, uint32_t[4] );
FIELD( wiced_ip_setting_t, ip_address, wiced_ip_address_t );
FIELD( wiced_ip_setting_t, gateway, wiced_ip_address_t );
FIELD( wiced_ip_setting_t, netmask, wiced_ip_address_t );
FIELD( wiced_mac_t, octet, uint8_t[6] );
FIELD( wiced_hostname_t, value, char[33] );

FIELD( wiced_uart_config_t, baud_rate, uint32_t );
FIELD( wiced_uart_config_t, data_width, platform_uart_data_width_t );
FIELD( wiced_uart_config_t, parity, platform_uart_parity_t );
FIELD( wiced_uart_config_t, stop_bits, platform_uart_stop_bits_t );
FIELD( wiced_uart_config_t, flow_control, platform_uart_flow_control_t );
FIELD( wiced_i2c_device_t, port, wiced_i2c_t );
FIELD( wiced_i2c_device_t, address, uint16_t );
FIELD( wiced_i2c_device_t, address_width, wiced_i2c_bus_address_width_t );
FIELD( wiced_i2c_device_t, flags, uint8_t );
FIELD( wiced_i2c_device_t, speed_mode, wiced_i2c_speed_mode_t );

FIELD( wiced_tls_extension_t, type, wiced_tls_extension_type_t );
FIELD( wiced_tls_extension_t, extension_data.server_name, uint8_t* );
FIELD( wiced_tls_extension_t, extension_data.max_fragment_length, wiced_tls_max_fragment_length_t );
FIELD( wiced_tls_extension_t, extension_data.alpn_protocol_list, const char** );

FIELD( resource_hnd_t, location, resource_location_t );
FIELD( resource_hnd_t, size, unsigned long );
FIELD( resource_hnd_t, val.fs.offset, unsigned long );
FIELD( resource_hnd_t, val.fs.filename, const char* );
FIELD( resource_hnd_t, val.mem.data, const char* );

/* What the simulator keeps in each structure that has an object behind it. */
FIELD( wiced_thread_t, sim, wiced_sim_handle_t );
FIELD( wiced_semaphore_t, sim, wiced_sim_handle_t );
FIELD( wiced_mutex_t, sim, wiced_sim_handle_t );
FIELD( wiced_queue_t, sim, wiced_sim_handle_t );
FIELD( wiced_event_flags_t, sim, wiced_sim_handle_t );
FIELD( wiced_timer_t, sim, wiced_sim_handle_t );
FIELD( wiced_worker_thread_t, sim, wiced_sim_handle_t );
FIELD( wiced_timed_event_t, sim, wiced_sim_handle_t );
FIELD( wiced_tcp_socket_t, sim, wiced_sim_handle_t );
FIELD( wiced_tcp_stream_t, sim, wiced_sim_handle_t );
FIELD( wiced_tcp_server_t, sim, wiced_sim_handle_t );
FIELD( wiced_packet_t, sim, wiced_sim_handle_t );
FIELD( wiced_packet_t, start, uint8_t* );
FIELD( wiced_tls_context_t, sim, wiced_sim_handle_t );
FIELD( wiced_tls_identity_t, sim, wiced_sim_handle_t );
