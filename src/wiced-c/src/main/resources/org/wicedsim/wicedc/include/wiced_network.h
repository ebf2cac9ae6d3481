/* The structures of the network. */
#pragma once

#include <stdint.h>

#include "linked_list.h"
#include "nx_api.h"
#include "tls_types.h"
#include "wiced_constants.h"
#include "wiced_result.h"
#include "wiced_rtos.h"
#include "wiced_sim.h"
#include "wwd_network_constants.h"

#define HOSTNAME_SIZE ( 32 )

typedef struct
{
    char value[HOSTNAME_SIZE + 1];
} wiced_hostname_t;

typedef enum
{
    WICED_INVALID_IP = INT_MAX,
    WICED_IPV4 = 4,
    WICED_IPV6 = 6
} wiced_ip_version_t;

/* An IPv4 address is a number, with the first octet in its top byte. */
typedef struct
{
    wiced_ip_version_t version;
    union
    {
        uint32_t v4;
        uint32_t v6[4];
    } ip;
} wiced_ip_address_t;

typedef struct
{
    wiced_ip_address_t ip_address;
    wiced_ip_address_t gateway;
    wiced_ip_address_t netmask;
} wiced_ip_setting_t;

typedef enum
{
    WICED_SOCKET_CLOSED = 0,
    WICED_SOCKET_CLOSING = 1,
    WICED_SOCKET_CONNECTING = 2,
    WICED_SOCKET_CONNECTED = 3,
    WICED_SOCKET_DATA_PENDING = 4,
    WICED_SOCKET_LISTEN = 5,
    WICED_SOCKET_ERROR = 6
} wiced_socket_state_t;

typedef struct wiced_packet_struct
{
    wiced_sim_handle_t sim;
    uint8_t* start; /* of its buffer */
} wiced_packet_t;

typedef struct wiced_tcp_socket_struct wiced_tcp_socket_t;

typedef wiced_result_t ( *wiced_tcp_socket_callback_t )( wiced_tcp_socket_t* socket, void* arg );

struct wiced_tcp_socket_struct
{
    NX_TCP_SOCKET socket;
    wiced_tls_context_t* tls_context;
    wiced_bool_t context_malloced;
    struct
    {
        wiced_tcp_socket_callback_t disconnect;
        wiced_tcp_socket_callback_t receive;
        wiced_tcp_socket_callback_t connect;
    } callbacks;
    void* callback_arg;
    wiced_sim_handle_t sim;
};

typedef struct
{
    wiced_tcp_socket_t* socket;
    wiced_packet_t* tx_packet;
    uint8_t* tx_packet_data;
    uint16_t tx_packet_data_length;
    uint16_t tx_packet_space_available;
    wiced_packet_t* rx_packet;
    wiced_sim_handle_t sim;
} wiced_tcp_stream_t;

typedef struct
{
    linked_list_node_t socket_node; /* its data is this structure */
    wiced_tcp_socket_t socket;
} wiced_tcp_server_socket_t;

typedef struct
{
    wiced_mutex_t mutex;
    linked_list_t socket_list; /* of wiced_tcp_server_socket_t */
    int interface;
    uint16_t port;
    wiced_tls_identity_t* tls_identity;
    int max_tcp_connections;
    int active_tcp_connections;
    wiced_sim_handle_t sim;
} wiced_tcp_server_t;

/* So that a program that uses UDP hears about the functions that are missing. */
typedef struct
{
    uint16_t port;
} wiced_udp_socket_t;
