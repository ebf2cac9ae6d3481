/* The TCP servers of wiced_tcpip.h. */
#include <stdlib.h>
#include <string.h>

#include "linked_list.h"
#include "sim_tcp.h"
#include "wiced_tcpip.h"

/* How many sockets a server may have. */
#define MAX_SOCKETS 18

/* Where Java says how many of a server's sockets are connected. */
#define SLOT_ACTIVE 11

static wiced_tcp_server_socket_t* server_socket( linked_list_node_t* node )
{
    return node->data;
}

/* How Java enters callbacks: by the server and the number of its socket. */

static wiced_tcp_socket_t* find( int64_t server, int64_t number )
{
    linked_list_node_t* node = ( (wiced_tcp_server_t*) (intptr_t) server )->socket_list.front;

    while ( node != NULL && sim_number( &server_socket( node )->socket.sim ) != (uint32_t) number )
    {
        node = node->next;
    }
    return ( node != NULL ) ? &server_socket( node )->socket : NULL;
}

static int64_t enter_connect( int64_t server, int64_t number )
{
    wiced_tcp_socket_t* socket = find( server, number );
    return ( socket != NULL ) ? sim_socket_call_back( socket, socket->callbacks.connect ) : 0;
}

static int64_t enter_receive( int64_t server, int64_t number )
{
    wiced_tcp_socket_t* socket = find( server, number );
    return ( socket != NULL ) ? sim_socket_call_back( socket, socket->callbacks.receive ) : 0;
}

static int64_t enter_disconnect( int64_t server, int64_t number )
{
    wiced_tcp_socket_t* socket = find( server, number );
    return ( socket != NULL ) ? sim_socket_call_back( socket, socket->callbacks.disconnect ) : 0;
}

/* How many structures of servers that were stopped are kept for a while. */
#define RETIRED 64

/* Gives back the structure of a socket, later: a callback may be looking at it on another thread. */
static void retire( wiced_tcp_server_socket_t* dropped )
{
    static wiced_tcp_server_socket_t* retired[RETIRED];
    static uint32_t                   count;

    const uint32_t place = __atomic_fetch_add( &count, 1, __ATOMIC_RELAXED ) % RETIRED;
    free( __atomic_exchange_n( &retired[place], dropped, __ATOMIC_ACQ_REL ) );
}

/* Gives back the structures of the sockets. */
static void drop_sockets( wiced_tcp_server_t* server )
{
    linked_list_node_t* node;

    while ( linked_list_remove_node_from_front( &server->socket_list, &node ) == WICED_SUCCESS )
    {
        wiced_tcp_server_socket_t* dropped = server_socket( node );
        sim_socket_drop_tls( &dropped->socket );
        retire( dropped );
    }
}

/* Makes the structures of the sockets. WICED_FALSE when there is no memory. */
static wiced_bool_t make_sockets( wiced_tcp_server_t* server, uint32_t first_number, const wiced_tcp_socket_t* pattern )
{
    for ( int i = 0; i < server->max_tcp_connections; i++ )
    {
        wiced_tcp_server_socket_t* made = calloc( 1, sizeof( *made ) );
        if ( made == NULL )
        {
            drop_sockets( server );
            return WICED_FALSE;
        }
        made->socket = *pattern;
        sim_keep( &made->socket.sim, first_number + (uint32_t) i );
        linked_list_set_node_data( &made->socket_node, made );
        linked_list_insert_node_at_rear( &server->socket_list, &made->socket_node );
    }
    return WICED_TRUE;
}

/* Writes down what has become of the server and its sockets: when one is accepted, the next one
 * listens. */
static void update( wiced_tcp_server_t* server, const int64_t* slots )
{
    server->active_tcp_connections = (int) slots[SLOT_ACTIVE];
    for ( linked_list_node_t* node = server->socket_list.front; node != NULL; node = node->next )
    {
        sim_socket_refresh( &server_socket( node )->socket );
    }
}

wiced_result_t wiced_tcp_server_start( wiced_tcp_server_t* tcp_server, wiced_interface_t interface, uint16_t port, uint16_t max_sockets, wiced_tcp_socket_callback_t connect_callback, wiced_tcp_socket_callback_t receive_callback, wiced_tcp_socket_callback_t disconnect_callback, void* arg )
{
    const wiced_tcp_socket_t pattern = {
        .callbacks    = { .connect = connect_callback, .receive = receive_callback, .disconnect = disconnect_callback },
        .callback_arg = arg,
    };
    const uint16_t count              = ( max_sockets <= MAX_SOCKETS ) ? max_sockets : 0;
    int64_t        numbers[SIM_SLOTS] = { count };

    SIM_CALL_SLOTS( SIM_SERVER_NUMBERS, numbers );
    if ( tcp_server != NULL )
    {
        memset( tcp_server, 0, sizeof( *tcp_server ) );
        sim_keep( &tcp_server->sim, numbers[0] );
        tcp_server->interface           = interface;
        tcp_server->port                = port;
        tcp_server->max_tcp_connections = count;
        if ( make_sockets( tcp_server, (uint32_t) numbers[1], &pattern ) == WICED_FALSE )
        {
            return WICED_OUT_OF_HEAP_SPACE;
        }
    }

    int64_t slots[SIM_SLOTS] = {
        numbers[0],
        SIM_POINTER( tcp_server ),
        numbers[1],
        interface,
        port,
        max_sockets,
        ( connect_callback != NULL ) ? SIM_POINTER( enter_connect ) : 0,
        ( receive_callback != NULL ) ? SIM_POINTER( enter_receive ) : 0,
        ( disconnect_callback != NULL ) ? SIM_POINTER( enter_disconnect ) : 0,
    };
    const wiced_result_t result = (wiced_result_t) SIM_CALL_SLOTS( WICED_TCP_SERVER_START, slots );

    if ( tcp_server != NULL )
    {
        if ( result == WICED_SUCCESS )
        {
            update( tcp_server, slots );
        }
        else
        {
            drop_sockets( tcp_server );
            sim_keep( &tcp_server->sim, 0 );
        }
    }
    return result;
}

wiced_result_t wiced_tcp_server_stop( wiced_tcp_server_t* server )
{
    const uint32_t       number = SIM_NUMBER( server );
    const wiced_result_t result = (wiced_result_t) SIM_CALL( WICED_TCP_SERVER_STOP, number );

    if ( number != 0 )
    {
        drop_sockets( server );
        memset( server, 0, sizeof( *server ) );
    }
    return result;
}

wiced_result_t wiced_tcp_server_accept( wiced_tcp_server_t* tcp_server, wiced_tcp_socket_t* socket )
{
    int64_t              slots[SIM_SLOTS] = { SIM_NUMBER( tcp_server ), SIM_NUMBER( socket ), 0, 0, SIM_CONTEXT( socket ) };
    const wiced_result_t result           = (wiced_result_t) SIM_CALL_SLOTS( WICED_TCP_SERVER_ACCEPT, slots );

    sim_socket_update_tls( socket, slots );
    if ( SIM_NUMBER( tcp_server ) != 0 )
    {
        update( tcp_server, slots );
    }
    return result;
}

/* Behind a disconnect: the server makes the TLS context of the next connection itself. */
static wiced_result_t disconnected( int64_t result, const int64_t* slots, wiced_tcp_server_t* server, wiced_tcp_socket_t* socket )
{
    if ( SIM_NUMBER( server ) != 0 && SIM_NUMBER( socket ) != 0 )
    {
        if ( server->tls_identity != NULL )
        {
            sim_socket_drop_tls( socket );
        }
        update( server, slots );
    }
    return (wiced_result_t) result;
}

wiced_result_t wiced_tcp_server_disconnect_socket( wiced_tcp_server_t* tcp_server, wiced_tcp_socket_t* socket )
{
    int64_t slots[SIM_SLOTS] = { SIM_NUMBER( tcp_server ), SIM_NUMBER( socket ) };
    return disconnected( SIM_CALL_SLOTS( WICED_TCP_SERVER_DISCONNECT_SOCKET, slots ), slots, tcp_server, socket );
}

wiced_result_t wiced_tcp_server_disconnect_socket_with_timeout( wiced_tcp_server_t* tcp_server, wiced_tcp_socket_t* socket, uint32_t timeout_ms )
{
    int64_t slots[SIM_SLOTS] = { SIM_NUMBER( tcp_server ), SIM_NUMBER( socket ), timeout_ms };
    return disconnected( SIM_CALL_SLOTS( WICED_TCP_SERVER_DISCONNECT_SOCKET_WITH_TIMEOUT, slots ), slots, tcp_server, socket );
}

wiced_result_t wiced_tcp_server_enable_tls( wiced_tcp_server_t* tcp_server, wiced_tls_identity_t* tls_identity )
{
    if ( SIM_NUMBER( tcp_server ) != 0 )
    {
        tcp_server->tls_identity = tls_identity;
    }
    return (wiced_result_t) SIM_CALL( WICED_TCP_SERVER_ENABLE_TLS, SIM_NUMBER( tcp_server ), SIM_NUMBER( tls_identity ) );
}
