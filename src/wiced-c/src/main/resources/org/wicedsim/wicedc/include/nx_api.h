/* The types of NetX Duo that programs look into. */
#pragma once

#include "tx_api.h"

/* An IPv4 address is a number, with the first octet in its top byte. */
typedef struct NXD_ADDRESS_STRUCT
{
    ULONG nxd_ip_version;
    union
    {
        ULONG v4;
        ULONG v6[4];
    } nxd_ip_address;
} NXD_ADDRESS;

typedef struct NX_TCP_SOCKET_STRUCT
{
    UINT nx_tcp_socket_state;
    UINT nx_tcp_socket_connect_port;
    NXD_ADDRESS nx_tcp_socket_connect_ip;
} NX_TCP_SOCKET;
