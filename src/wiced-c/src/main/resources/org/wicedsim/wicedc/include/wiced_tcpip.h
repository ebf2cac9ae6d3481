/* Addresses, names, TCP and packets. */
#pragma once

#include <stdint.h>

#include "wiced_defaults.h"
#include "wiced_network.h"
#include "wiced_resource.h"
#include "wiced_sim_absent.h"

#define WICED_ANY_PORT ( 0 )

#define MAKE_IPV4_ADDRESS( a, b, c, d ) \
    ( ( ( (uint32_t) ( a ) & 0xFFu ) << 24 ) | ( ( (uint32_t) ( b ) & 0xFFu ) << 16 ) | \
      ( ( (uint32_t) ( c ) & 0xFFu ) << 8 ) | ( (uint32_t) ( d ) & 0xFFu ) )

#define SET_IPV4_ADDRESS( addr_var, addr_val ) \
    ( ( ( addr_var ).version = WICED_IPV4 ), ( ( addr_var ).ip.v4 = (uint32_t) ( addr_val ) ) )

#define GET_IPV4_ADDRESS( addr_var ) ( ( addr_var ).ip.v4 )

/* The first argument is a variable, or a member: INITIALISER_IPV4_ADDRESS( .gateway, ... ) */
#define INITIALISER_IPV4_ADDRESS( addr_var, addr_val ) addr_var = { WICED_IPV4, { .v4 = (uint32_t) ( addr_val ) } }

/* The course's spelling. */
#define INITIALIZER_IPV4_ADDRESS( addr_var, addr_val ) INITIALISER_IPV4_ADDRESS( addr_var, addr_val )

#define IPV4_PRINT_FORMAT "%u.%u.%u.%u"
#define IPV4_SPLIT_TO_PRINT( addr ) \
    (unsigned int) ( ( ( addr ).ip.v4 >> 24 ) & 0xFFu ), (unsigned int) ( ( ( addr ).ip.v4 >> 16 ) & 0xFFu ), \
        (unsigned int) ( ( ( addr ).ip.v4 >> 8 ) & 0xFFu ), (unsigned int) ( ( addr ).ip.v4 & 0xFFu )

extern const wiced_ip_address_t wiced_ip_broadcast;

#define WICED_IP_BROADCAST ( &wiced_ip_broadcast )

typedef wiced_ip_address_t Wiced_ip_address_t
    __attribute__( ( deprecated( "Wiced_ip_address_t is not part of the SDK: did you mean wiced_ip_address_t?" ) ) );

wiced_result_t wiced_hostname_lookup( const char* hostname, wiced_ip_address_t* address, uint32_t timeout_ms, wiced_interface_t interface );
wiced_result_t wiced_ping( wiced_interface_t interface, const wiced_ip_address_t* address, uint32_t timeout_ms, uint32_t* elapsed_ms );
wiced_result_t wiced_ip_get_ipv4_address( wiced_interface_t interface, wiced_ip_address_t* ipv4_address );
wiced_result_t wiced_ip_get_netmask( wiced_interface_t interface, wiced_ip_address_t* ipv4_address );
wiced_result_t wiced_ip_get_gateway_address( wiced_interface_t interface, wiced_ip_address_t* ipv4_address );

wiced_result_t wiced_tcp_create_socket( wiced_tcp_socket_t* socket, wiced_interface_t interface );
void wiced_tcp_set_type_of_service( wiced_tcp_socket_t* socket, uint32_t tos );
wiced_result_t wiced_tcp_register_callbacks( wiced_tcp_socket_t* socket, wiced_tcp_socket_callback_t connect_callback, wiced_tcp_socket_callback_t receive_callback, wiced_tcp_socket_callback_t disconnect_callback, void* arg );
wiced_result_t wiced_tcp_unregister_callbacks( wiced_tcp_socket_t* socket );
wiced_result_t wiced_tcp_bind( wiced_tcp_socket_t* socket, uint16_t port );
wiced_result_t wiced_tcp_connect( wiced_tcp_socket_t* socket, const wiced_ip_address_t* address, uint16_t port, uint32_t timeout_ms );
wiced_result_t wiced_tcp_listen( wiced_tcp_socket_t* socket, uint16_t port );
wiced_result_t wiced_tcp_accept( wiced_tcp_socket_t* socket );
wiced_result_t wiced_tcp_server_peer( wiced_tcp_socket_t* socket, wiced_ip_address_t* address, uint16_t* port );
wiced_result_t wiced_tcp_client_peer( wiced_tcp_socket_t* socket, wiced_ip_address_t* address, uint16_t* port );
wiced_result_t wiced_tcp_disconnect( wiced_tcp_socket_t* socket );
wiced_result_t wiced_tcp_disconnect_with_timeout( wiced_tcp_socket_t* socket, uint32_t timeout_ms );
wiced_result_t wiced_tcp_delete_socket( wiced_tcp_socket_t* socket );
wiced_result_t wiced_tcp_enable_keepalive( wiced_tcp_socket_t* socket, uint16_t interval, uint16_t probes, uint16_t time );
wiced_result_t wiced_tcp_get_socket_state( wiced_tcp_socket_t* socket, wiced_socket_state_t* socket_state );
wiced_result_t wiced_tcp_enable_tls( wiced_tcp_socket_t* socket, void* context );
wiced_result_t wiced_tcp_start_tls( wiced_tcp_socket_t* socket, wiced_tls_endpoint_type_t type, wiced_tls_certificate_verification_t verification );
wiced_result_t wiced_tcp_send_packet( wiced_tcp_socket_t* socket, wiced_packet_t* packet );
wiced_result_t wiced_tcp_receive( wiced_tcp_socket_t* socket, wiced_packet_t** packet, uint32_t timeout );
wiced_result_t wiced_tcp_send_buffer( wiced_tcp_socket_t* socket, const void* buffer, uint16_t buffer_length );

wiced_result_t wiced_packet_create_tcp( wiced_tcp_socket_t* socket, uint16_t content_length, wiced_packet_t** packet, uint8_t** data, uint16_t* available_space );
wiced_result_t wiced_packet_create( uint16_t content_length, wiced_packet_t** packet, uint8_t** data, uint16_t* available_space );
wiced_result_t wiced_packet_delete( wiced_packet_t* packet );
wiced_result_t wiced_packet_get_data( wiced_packet_t* packet, uint16_t offset, uint8_t** data, uint16_t* fragment_available_data_length, uint16_t* total_available_data_length );
wiced_result_t wiced_packet_set_data_end( wiced_packet_t* packet, uint8_t* data_end );
wiced_result_t wiced_packet_set_data_start( wiced_packet_t* packet, uint8_t* data_start );
wiced_result_t wiced_packet_get_next_fragment( wiced_packet_t* packet, wiced_packet_t** next_packet_fragment );

wiced_result_t wiced_tcp_stream_init( wiced_tcp_stream_t* tcp_stream, wiced_tcp_socket_t* socket );
wiced_result_t wiced_tcp_stream_deinit( wiced_tcp_stream_t* tcp_stream );
wiced_result_t wiced_tcp_stream_write( wiced_tcp_stream_t* tcp_stream, const void* data, uint32_t data_length );
wiced_result_t wiced_tcp_stream_flush( wiced_tcp_stream_t* tcp_stream );
wiced_result_t wiced_tcp_stream_read( wiced_tcp_stream_t* tcp_stream, void* buffer, uint16_t buffer_length, uint32_t timeout );
wiced_result_t wiced_tcp_stream_read_with_count( wiced_tcp_stream_t* tcp_stream, void* buffer, uint16_t buffer_length, uint32_t timeout, uint32_t* read_count );
wiced_result_t wiced_tcp_stream_write_resource( wiced_tcp_stream_t* tcp_stream, const resource_hnd_t* res_id );

wiced_result_t wiced_tcp_server_start( wiced_tcp_server_t* tcp_server, wiced_interface_t interface, uint16_t port, uint16_t max_sockets, wiced_tcp_socket_callback_t connect_callback, wiced_tcp_socket_callback_t receive_callback, wiced_tcp_socket_callback_t disconnect_callback, void* arg );
wiced_result_t wiced_tcp_server_stop( wiced_tcp_server_t* server );
wiced_result_t wiced_tcp_server_accept( wiced_tcp_server_t* tcp_server, wiced_tcp_socket_t* socket );
wiced_result_t wiced_tcp_server_disconnect_socket( wiced_tcp_server_t* tcp_server, wiced_tcp_socket_t* socket );
wiced_result_t wiced_tcp_server_disconnect_socket_with_timeout( wiced_tcp_server_t* tcp_server, wiced_tcp_socket_t* socket, uint32_t timeout_ms );
wiced_result_t wiced_tcp_server_enable_tls( wiced_tcp_server_t* tcp_server, wiced_tls_identity_t* tls_identity );

WICED_SIM_NO_SUCH_FUNCTION( wiced_tcp_packet_create, wiced_packet_create_tcp );
WICED_SIM_NO_SUCH_FUNCTION( wiced_tcp_set_data_end, wiced_packet_set_data_end );
WICED_SIM_NO_SUCH_FUNCTION( wiced_tcp_receive_buffer, wiced_tcp_receive or wiced_tcp_stream_read );

WICED_SIM_NOT_SIMULATED( wiced_udp_create_socket, "UDP" );
WICED_SIM_NOT_SIMULATED( wiced_udp_update_socket_backlog, "UDP" );
WICED_SIM_NOT_SIMULATED( wiced_udp_bind, "UDP" );
WICED_SIM_NOT_SIMULATED( wiced_udp_send, "UDP" );
WICED_SIM_NOT_SIMULATED( wiced_udp_reply, "UDP" );
WICED_SIM_NOT_SIMULATED( wiced_udp_receive, "UDP" );
WICED_SIM_NOT_SIMULATED( wiced_udp_delete_socket, "UDP" );
WICED_SIM_NOT_SIMULATED( wiced_udp_packet_get_info, "UDP" );
WICED_SIM_NOT_SIMULATED( wiced_udp_register_callbacks, "UDP" );
WICED_SIM_NOT_SIMULATED( wiced_udp_unregister_callbacks, "UDP" );
WICED_SIM_NOT_SIMULATED( wiced_packet_create_udp, "UDP" );
WICED_SIM_NOT_SIMULATED( wiced_multicast_join, "multicast" );
WICED_SIM_NOT_SIMULATED( wiced_multicast_leave, "multicast" );
WICED_SIM_NOT_SIMULATED( wiced_ip_get_ipv6_address, "IPv6" );
