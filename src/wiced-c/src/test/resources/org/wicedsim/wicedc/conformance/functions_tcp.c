#include "wiced.h"

#include "conformance.h"

FUNCTION( wiced_tcp_create_socket, wiced_result_t ( * )( wiced_tcp_socket_t*, wiced_interface_t ) );
FUNCTION( wiced_tcp_set_type_of_service, void ( * )( wiced_tcp_socket_t*, uint32_t ) );
FUNCTION( wiced_tcp_register_callbacks, wiced_result_t ( * )( wiced_tcp_socket_t*, wiced_tcp_socket_callback_t, wiced_tcp_socket_callback_t, wiced_tcp_socket_callback_t, void* ) );
FUNCTION( wiced_tcp_unregister_callbacks, wiced_result_t ( * )( wiced_tcp_socket_t* ) );
FUNCTION( wiced_tcp_bind, wiced_result_t ( * )( wiced_tcp_socket_t*, uint16_t ) );
FUNCTION( wiced_tcp_connect, wiced_result_t ( * )( wiced_tcp_socket_t*, const wiced_ip_address_t*, uint16_t, uint32_t ) );
FUNCTION( wiced_tcp_listen, wiced_result_t ( * )( wiced_tcp_socket_t*, uint16_t ) );
FUNCTION( wiced_tcp_accept, wiced_result_t ( * )( wiced_tcp_socket_t* ) );
FUNCTION( wiced_tcp_server_peer, wiced_result_t ( * )( wiced_tcp_socket_t*, wiced_ip_address_t*, uint16_t* ) );
FUNCTION( wiced_tcp_client_peer, wiced_result_t ( * )( wiced_tcp_socket_t*, wiced_ip_address_t*, uint16_t* ) );
FUNCTION( wiced_tcp_disconnect, wiced_result_t ( * )( wiced_tcp_socket_t* ) );
FUNCTION( wiced_tcp_disconnect_with_timeout, wiced_result_t ( * )( wiced_tcp_socket_t*, uint32_t ) );
FUNCTION( wiced_tcp_delete_socket, wiced_result_t ( * )( wiced_tcp_socket_t* ) );
FUNCTION( wiced_tcp_enable_keepalive, wiced_result_t ( * )( wiced_tcp_socket_t*, uint16_t, uint16_t, uint16_t ) );
FUNCTION( wiced_tcp_get_socket_state, wiced_result_t ( * )( wiced_tcp_socket_t*, wiced_socket_state_t* ) );
FUNCTION( wiced_tcp_enable_tls, wiced_result_t ( * )( wiced_tcp_socket_t*, void* ) );
FUNCTION( wiced_tcp_start_tls, wiced_result_t ( * )( wiced_tcp_socket_t*, wiced_tls_endpoint_type_t, wiced_tls_certificate_verification_t ) );
FUNCTION( wiced_tcp_send_packet, wiced_result_t ( * )( wiced_tcp_socket_t*, wiced_packet_t* ) );
FUNCTION( wiced_tcp_receive, wiced_result_t ( * )( wiced_tcp_socket_t*, wiced_packet_t**, uint32_t ) );
FUNCTION( wiced_tcp_send_buffer, wiced_result_t ( * )( wiced_tcp_socket_t*, const void*, uint16_t ) );
FUNCTION( wiced_packet_create_tcp, wiced_result_t ( * )( wiced_tcp_socket_t*, uint16_t, wiced_packet_t**, uint8_t**, uint16_t* ) );
FUNCTION( wiced_packet_create, wiced_result_t ( * )( uint16_t, wiced_packet_t**, uint8_t**, uint16_t* ) );
FUNCTION( wiced_packet_delete, wiced_result_t ( * )( wiced_packet_t* ) );
FUNCTION( wiced_packet_get_data, wiced_result_t ( * )( wiced_packet_t*, uint16_t, uint8_t**, uint16_t*, uint16_t* ) );
FUNCTION( wiced_packet_set_data_end, wiced_result_t ( * )( wiced_packet_t*, uint8_t* ) );
FUNCTION( wiced_packet_set_data_start, wiced_result_t ( * )( wiced_packet_t*, uint8_t* ) );
FUNCTION( wiced_packet_get_next_fragment, wiced_result_t ( * )( wiced_packet_t*, wiced_packet_t** ) );
FUNCTION( wiced_tcp_stream_init, wiced_result_t ( * )( wiced_tcp_stream_t*, wiced_tcp_socket_t* ) );
FUNCTION( wiced_tcp_stream_deinit, wiced_result_t ( * )( wiced_tcp_stream_t* ) );
FUNCTION( wiced_tcp_stream_write, wiced_result_t ( * )( wiced_tcp_stream_t*, const void*, uint32_t ) );
FUNCTION( wiced_tcp_stream_flush, wiced_result_t ( * )( wiced_tcp_stream_t* ) );
FUNCTION( wiced_tcp_stream_read, wiced_result_t ( * )( wiced_tcp_stream_t*, void*, uint16_t, uint32_t ) );
FUNCTION( wiced_tcp_stream_read_with_count, wiced_result_t ( * )( wiced_tcp_stream_t*, void*, uint16_t, uint32_t, uint32_t* ) );
FUNCTION( wiced_tcp_stream_write_resource, wiced_result_t ( * )( wiced_tcp_stream_t*, const resource_hnd_t* ) );
FUNCTION( wiced_tcp_server_start, wiced_result_t ( * )( wiced_tcp_server_t*, wiced_interface_t, uint16_t, uint16_t, wiced_tcp_socket_callback_t, wiced_tcp_socket_callback_t, wiced_tcp_socket_callback_t, void* ) );
FUNCTION( wiced_tcp_server_stop, wiced_result_t ( * )( wiced_tcp_server_t* ) );
FUNCTION( wiced_tcp_server_accept, wiced_result_t ( * )( wiced_tcp_server_t*, wiced_tcp_socket_t* ) );
FUNCTION( wiced_tcp_server_disconnect_socket, wiced_result_t ( * )( wiced_tcp_server_t*, wiced_tcp_socket_t* ) );
FUNCTION( wiced_tcp_server_disconnect_socket_with_timeout, wiced_result_t ( * )( wiced_tcp_server_t*, wiced_tcp_socket_t*, uint32_t ) );
FUNCTION( wiced_tcp_server_enable_tls, wiced_result_t ( * )( wiced_tcp_server_t*, wiced_tls_identity_t* ) );

TYPE( wiced_tcp_socket_callback_t, wiced_result_t ( * )( wiced_tcp_socket_t*, void* ) );
