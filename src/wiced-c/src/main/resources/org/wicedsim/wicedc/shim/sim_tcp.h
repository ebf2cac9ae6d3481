/* What the C sides of sockets, streams, packets and servers share. */
#pragma once

#include "sim.h"
#include "wiced_network.h"

/* A call on a socket has all slots: Java says in some of them what has become of the socket. */
#define SIM_SLOTS 12

/* Where the TLS context goes that a socket points to, and where its number comes back. */
#define SIM_SLOT_CONTEXT 4
#define SIM_SLOT_CONTEXT_NUMBER 5

/* The number of the object behind a structure that may be NULL. */
#define SIM_NUMBER( structure ) ( ( structure ) != NULL ? sim_number( &( structure )->sim ) : 0 )

/* The TLS context that a socket points to, as two slots. */
#define SIM_CONTEXT( socket ) \
    SIM_POINTER( sim_context( socket ) ), SIM_NUMBER( sim_context( socket ) )

static inline wiced_tls_context_t* sim_context( const wiced_tcp_socket_t* socket )
{
    return ( socket != NULL ) ? socket->tls_context : NULL;
}

/* Writes down in a socket's structure what Java said of it; if it said nothing, nothing. */
void sim_socket_update( wiced_tcp_socket_t* socket, const int64_t* slots );

/* As sim_socket_update, and gives the socket's TLS context the number that it may have got. */
void sim_socket_update_tls( wiced_tcp_socket_t* socket, const int64_t* slots );

/* Forgets the socket's TLS context, and frees it if the application left that to the SDK. */
void sim_socket_drop_tls( wiced_tcp_socket_t* socket );

/* Asks Java what has become of a socket, and writes it down. */
void sim_socket_refresh( wiced_tcp_socket_t* socket );

/* Calls the application's callback, if there is one, behind a refresh of the socket that it gets. */
int64_t sim_socket_call_back( wiced_tcp_socket_t* socket, wiced_tcp_socket_callback_t callback );
