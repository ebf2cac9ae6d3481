/* The sockets of wiced_tcpip.h. */
#include "sim_tcp.h"

#include <stdlib.h>
#include <string.h>

#include "wiced_tcpip.h"

/* Where Java says what has become of a socket. */
#define SLOT_STATE 8
#define SLOT_PEER_ADDRESS 9
#define SLOT_PEER_PORT 10

/* Has Java answer a call on a socket that may be NULL, and writes down what has become of it. */
#define SOCKET_CALL( function, socket, ... )                                                       \
    ( {                                                                                            \
        int64_t       slots_[SIM_SLOTS] = { SIM_NUMBER( socket ), ##__VA_ARGS__ };                 \
        const int64_t result_           = SIM_CALL_SLOTS( function, slots_ );                      \
        sim_socket_update_tls( socket, slots_ );                                                   \
        (wiced_result_t) result_;                                                                  \
    } )

void sim_socket_update( wiced_tcp_socket_t* socket, const int64_t* slots )
{
    if ( socket != NULL && slots[SLOT_STATE] != 0 )
    {
        socket->socket.nx_tcp_socket_state                           = (UINT) slots[SLOT_STATE];
        socket->socket.nx_tcp_socket_connect_ip.nxd_ip_version       = ( slots[SLOT_PEER_PORT] != 0 ) ? WICED_IPV4 : 0;
        socket->socket.nx_tcp_socket_connect_ip.nxd_ip_address.v4    = (ULONG) slots[SLOT_PEER_ADDRESS];
        socket->socket.nx_tcp_socket_connect_port                    = (UINT) slots[SLOT_PEER_PORT];
    }
}

void sim_socket_update_tls( wiced_tcp_socket_t* socket, const int64_t* slots )
{
    wiced_tls_context_t* context = sim_context( socket );

    sim_socket_update( socket, slots );
    if ( context != NULL && slots[SIM_SLOT_CONTEXT] == SIM_POINTER( context ) )
    {
        sim_keep( &context->sim, slots[SIM_SLOT_CONTEXT_NUMBER] );
    }
}

void sim_socket_drop_tls( wiced_tcp_socket_t* socket )
{
    if ( socket->context_malloced == WICED_TRUE )
    {
        free( socket->tls_context );
    }
    socket->tls_context      = NULL;
    socket->context_malloced = WICED_FALSE;
}

void sim_socket_refresh( wiced_tcp_socket_t* socket )
{
    int64_t slots[SIM_SLOTS] = { SIM_NUMBER( socket ) };

    SIM_CALL_SLOTS( SIM_SOCKET_FIELDS, slots );
    sim_socket_update( socket, slots );
}

int64_t sim_socket_call_back( wiced_tcp_socket_t* socket, wiced_tcp_socket_callback_t callback )
{
    sim_socket_refresh( socket );
    if ( callback != NULL )
    {
        callback( socket, socket->callback_arg );
    }
    return 0;
}

/* How Java enters callbacks. */

static int64_t enter_connect( int64_t socket )
{
    wiced_tcp_socket_t* where = (wiced_tcp_socket_t*) (intptr_t) socket;
    return sim_socket_call_back( where, where->callbacks.connect );
}

static int64_t enter_receive( int64_t socket )
{
    wiced_tcp_socket_t* where = (wiced_tcp_socket_t*) (intptr_t) socket;
    return sim_socket_call_back( where, where->callbacks.receive );
}

static int64_t enter_disconnect( int64_t socket )
{
    wiced_tcp_socket_t* where = (wiced_tcp_socket_t*) (intptr_t) socket;
    return sim_socket_call_back( where, where->callbacks.disconnect );
}

wiced_result_t wiced_tcp_create_socket( wiced_tcp_socket_t* socket, wiced_interface_t interface )
{
    int64_t              slots[SIM_SLOTS] = { SIM_POINTER( socket ), interface };
    const wiced_result_t result           = (wiced_result_t) SIM_CALL_SLOTS( WICED_TCP_CREATE_SOCKET, slots );

    if ( socket != NULL )
    {
        memset( socket, 0, sizeof( *socket ) );
        sim_keep( &socket->sim, slots[0] );
        sim_socket_update( socket, slots );
    }
    return result;
}

void wiced_tcp_set_type_of_service( wiced_tcp_socket_t* socket, uint32_t tos )
{
    SOCKET_CALL( WICED_TCP_SET_TYPE_OF_SERVICE, socket, tos );
}

wiced_result_t wiced_tcp_register_callbacks( wiced_tcp_socket_t* socket, wiced_tcp_socket_callback_t connect_callback, wiced_tcp_socket_callback_t receive_callback, wiced_tcp_socket_callback_t disconnect_callback, void* arg )
{
    if ( SIM_NUMBER( socket ) != 0 )
    {
        socket->callbacks.connect    = connect_callback;
        socket->callbacks.receive    = receive_callback;
        socket->callbacks.disconnect = disconnect_callback;
        socket->callback_arg         = arg;
    }
    return SOCKET_CALL( WICED_TCP_REGISTER_CALLBACKS, socket,
                        ( connect_callback != NULL ) ? SIM_POINTER( enter_connect ) : 0,
                        ( receive_callback != NULL ) ? SIM_POINTER( enter_receive ) : 0,
                        ( disconnect_callback != NULL ) ? SIM_POINTER( enter_disconnect ) : 0,
                        SIM_POINTER( socket ) );
}

wiced_result_t wiced_tcp_unregister_callbacks( wiced_tcp_socket_t* socket )
{
    const wiced_result_t result = SOCKET_CALL( WICED_TCP_UNREGISTER_CALLBACKS, socket );

    if ( SIM_NUMBER( socket ) != 0 )
    {
        memset( &socket->callbacks, 0, sizeof( socket->callbacks ) );
    }
    return result;
}

wiced_result_t wiced_tcp_bind( wiced_tcp_socket_t* socket, uint16_t port )
{
    return SOCKET_CALL( WICED_TCP_BIND, socket, port );
}

wiced_result_t wiced_tcp_connect( wiced_tcp_socket_t* socket, const wiced_ip_address_t* address, uint16_t port, uint32_t timeout_ms )
{
    return SOCKET_CALL( WICED_TCP_CONNECT, socket, ( address != NULL ) ? address->ip.v4 : 0, port, timeout_ms,
                        SIM_CONTEXT( socket ), ( address != NULL ) ? address->version : 0 );
}

wiced_result_t wiced_tcp_listen( wiced_tcp_socket_t* socket, uint16_t port )
{
    return SOCKET_CALL( WICED_TCP_LISTEN, socket, port );
}

wiced_result_t wiced_tcp_accept( wiced_tcp_socket_t* socket )
{
    return SOCKET_CALL( WICED_TCP_ACCEPT, socket, WICED_TCP_ACCEPT_TIMEOUT, 0, 0, SIM_CONTEXT( socket ) );
}

/* The answer to both questions for a peer. */
static wiced_result_t peer( int64_t result, const int64_t* slots, wiced_ip_address_t* address, uint16_t* port )
{
    if ( result == WICED_SUCCESS )
    {
        address->version = WICED_IPV4;
        address->ip.v4   = (uint32_t) slots[0];
        *port            = (uint16_t) slots[1];
    }
    return (wiced_result_t) result;
}

wiced_result_t wiced_tcp_server_peer( wiced_tcp_socket_t* socket, wiced_ip_address_t* address, uint16_t* port )
{
    int64_t slots[SIM_SLOTS] = { SIM_NUMBER( socket ), socket != NULL && address != NULL && port != NULL };
    return peer( SIM_CALL_SLOTS( WICED_TCP_SERVER_PEER, slots ), slots, address, port );
}

wiced_result_t wiced_tcp_client_peer( wiced_tcp_socket_t* socket, wiced_ip_address_t* address, uint16_t* port )
{
    int64_t slots[SIM_SLOTS] = { SIM_NUMBER( socket ), socket != NULL && address != NULL && port != NULL };
    return peer( SIM_CALL_SLOTS( WICED_TCP_CLIENT_PEER, slots ), slots, address, port );
}

wiced_result_t wiced_tcp_disconnect( wiced_tcp_socket_t* socket )
{
    return SOCKET_CALL( WICED_TCP_DISCONNECT, socket );
}

wiced_result_t wiced_tcp_disconnect_with_timeout( wiced_tcp_socket_t* socket, uint32_t timeout_ms )
{
    return SOCKET_CALL( WICED_TCP_DISCONNECT_WITH_TIMEOUT, socket, timeout_ms );
}

wiced_result_t wiced_tcp_delete_socket( wiced_tcp_socket_t* socket )
{
    const uint32_t       number = SIM_NUMBER( socket );
    const wiced_result_t result = SOCKET_CALL( WICED_TCP_DELETE_SOCKET, socket );

    if ( number != 0 && sim_number( &socket->sim ) == number )
    {
        sim_socket_drop_tls( socket );
        memset( socket, 0, sizeof( *socket ) );
    }
    return result;
}

wiced_result_t wiced_tcp_enable_keepalive( wiced_tcp_socket_t* socket, uint16_t interval, uint16_t probes, uint16_t time )
{
    return SOCKET_CALL( WICED_TCP_ENABLE_KEEPALIVE, socket, interval, probes, time );
}

wiced_result_t wiced_tcp_get_socket_state( wiced_tcp_socket_t* socket, wiced_socket_state_t* socket_state )
{
    int64_t              slots[SIM_SLOTS] = { SIM_NUMBER( socket ), socket != NULL && socket_state != NULL };
    const wiced_result_t result           = (wiced_result_t) SIM_CALL_SLOTS( WICED_TCP_GET_SOCKET_STATE, slots );

    sim_socket_update( socket, slots );
    if ( socket_state != NULL )
    {
        *socket_state = ( socket != NULL ) ? (wiced_socket_state_t) slots[0] : WICED_SOCKET_ERROR;
    }
    return result;
}

wiced_result_t wiced_tcp_enable_tls( wiced_tcp_socket_t* socket, void* context )
{
    if ( SIM_NUMBER( socket ) != 0 )
    {
        socket->tls_context = context;
    }
    return SOCKET_CALL( WICED_TCP_ENABLE_TLS, socket, 0, 0, 0, SIM_CONTEXT( socket ) );
}

wiced_result_t wiced_tcp_start_tls( wiced_tcp_socket_t* socket, wiced_tls_endpoint_type_t type, wiced_tls_certificate_verification_t verification )
{
    return SOCKET_CALL( WICED_TCP_START_TLS, socket, type, verification, 0, SIM_CONTEXT( socket ) );
}

wiced_result_t wiced_tcp_send_buffer( wiced_tcp_socket_t* socket, const void* buffer, uint16_t buffer_length )
{
    return SOCKET_CALL( WICED_TCP_SEND_BUFFER, socket, SIM_POINTER( buffer ), buffer_length );
}
