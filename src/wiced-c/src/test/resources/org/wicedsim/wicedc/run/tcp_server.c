/* The C side of servers and TLS, and NULL where a structure should be. */
#include "play.h"
#include "wiced_tls.h"

#define ACTIVE 11

static int64_t bad_argument( uint32_t function, int64_t* slots )
{
    (void) function;
    (void) slots;
    return WICED_BADARG;
}

static wiced_tcp_server_t server;
static int64_t enter_connect;

static int64_t server_of_three( uint32_t function, int64_t* slots )
{
    switch ( function )
    {
        case SIM_SIM_SERVER_NUMBERS:
            slots[0] = 5;
            slots[1] = 20;
            return WICED_SUCCESS;
        case SIM_WICED_TCP_SERVER_START:
            /* A client may come before the start has returned. */
            CHECK( sim_number( &server.sim ) == 5 );
            CHECK( slots[0] == 5 && slots[2] == 20 && slots[4] == 27708 && slots[5] == 3 );
            enter_connect = slots[6];
            enter( enter_connect, slots[1], 21 );
            return WICED_SUCCESS;
        case SIM_SIM_SOCKET_FIELDS:
            slots[STATE] = ( slots[0] == 20 ) ? LISTEN : ESTABLISHED;
            return WICED_SUCCESS;
        case SIM_WICED_TCP_SERVER_ACCEPT:
            slots[ACTIVE] = 2;
            return WICED_SUCCESS;
        default:
            return WICED_SUCCESS;
    }
}

static int64_t no_server( uint32_t function, int64_t* slots )
{
    (void) slots;
    return ( function == SIM_WICED_TCP_SERVER_START ) ? WICED_BADARG : WICED_SUCCESS;
}

static wiced_tcp_server_socket_t* server_socket( int place )
{
    linked_list_node_t* node = server.socket_list.front;
    while ( place-- > 0 )
    {
        node = node->next;
    }
    return node->data;
}

static void check_servers( void )
{
    int argument = 0;
    memset( &server, NOTHING_YET, sizeof( server ) );
    answer = server_of_three;
    CHECK( wiced_tcp_server_start( &server, WICED_STA_INTERFACE, 27708, 3, callback, NULL, NULL, &argument ) == WICED_SUCCESS );
    CHECK( seen_socket == &server_socket( 1 )->socket && seen_argument == &argument );
    CHECK( server.socket_list.count == 3 && server.max_tcp_connections == 3 && server.port == 27708 );
    CHECK( server_socket( 0 )->socket.socket.nx_tcp_socket_state == LISTEN );
    CHECK( server_socket( 2 )->socket.socket.nx_tcp_socket_state == ESTABLISHED );
    enter( enter_connect, (int64_t) (intptr_t) &server, 99 );
    CHECK( seen_socket == NULL );

    CHECK( wiced_tcp_server_accept( &server, &server_socket( 1 )->socket ) == WICED_SUCCESS );
    CHECK( server.active_tcp_connections == 2 );

    wiced_tls_identity_t identity = { { 0, 0 } };
    wiced_tls_context_t context = { { 0, 0 } };
    wiced_tcp_server_enable_tls( &server, &identity );
    server_socket( 1 )->socket.tls_context = &context;
    wiced_tcp_server_disconnect_socket( &server, &server_socket( 1 )->socket );
    CHECK( server.tls_identity == &identity && server_socket( 1 )->socket.tls_context == NULL );

    wiced_tcp_server_stop( &server );
    CHECK( server.socket_list.count == 0 && sim_number( &server.sim ) == 0 );

    answer = no_server;
    CHECK( wiced_tcp_server_start( &server, WICED_STA_INTERFACE, 27708, 19, callback, NULL, NULL, NULL ) == WICED_BADARG );
    CHECK( server.socket_list.count == 0 && sim_number( &server.sim ) == 0 );
}

static int64_t given[5];

static int64_t tls_seven( uint32_t function, int64_t* slots )
{
    memcpy( given, slots, ( function == SIM_WICED_TLS_INIT_IDENTITY ? 5 : 4 ) * sizeof( int64_t ) );
    return number_seven( function, slots );
}

static int64_t extension_given( uint32_t function, int64_t* slots )
{
    (void) function;
    memcpy( given, slots, 3 * sizeof( int64_t ) );
    return WICED_SUCCESS;
}

static void check_tls( void )
{
    wiced_tls_identity_t identity;
    wiced_tls_context_t context;
    answer = tls_seven;
    wiced_tls_init_identity( &identity, "key", 3, (const uint8_t*) "cert", 4 );
    CHECK( sim_number( &identity.sim ) == 7 && given[2] == 3 && given[4] == 4 );
    wiced_tls_init_context( &context, &identity, "name" );
    CHECK( sim_number( &context.sim ) == 7 && given[1] == 7 && given[3] == 4 );
    wiced_tls_init_context( &context, NULL, NULL );
    CHECK( given[1] == 0 && given[2] == 0 && given[3] == 0 );

    uint8_t name[] = "name";
    wiced_tls_extension_t extension = { .type = TLS_EXTENSION_TYPE_SERVER_NAME, .extension_data.server_name = name };
    answer = extension_given;
    wiced_tls_set_extension( &context, &extension );
    CHECK( given[0] == 7 && given[1] == 0 && given[2] == (int64_t) (intptr_t) name );
    extension.type = TLS_EXTENSION_TYPE_MAX_FRAGMENT_LENGTH;
    extension.extension_data.max_fragment_length = TLS_FRAGMENT_LENGTH_1024;
    wiced_tls_set_extension( &context, &extension );
    CHECK( given[1] == 1 && given[2] == 2 );

    answer = silent;
    wiced_tls_deinit_context( &context );
    wiced_tls_deinit_identity( &identity );
    CHECK( sim_number( &context.sim ) == 0 && sim_number( &identity.sim ) == 0 );
}

/* What is NULL is no crash, and Java hears of it. */
static void check_null( void )
{
    wiced_ip_address_t address;
    wiced_socket_state_t state = WICED_SOCKET_CLOSED;
    uint16_t port;
    answer = bad_argument;
    CHECK( wiced_tcp_create_socket( NULL, WICED_STA_INTERFACE ) == WICED_BADARG );
    CHECK( wiced_tcp_connect( NULL, NULL, 0, 0 ) == WICED_BADARG );
    CHECK( wiced_tcp_register_callbacks( NULL, callback, callback, callback, NULL ) == WICED_BADARG );
    CHECK( wiced_tcp_accept( NULL ) == WICED_BADARG );
    CHECK( wiced_tcp_delete_socket( NULL ) == WICED_BADARG );
    CHECK( wiced_tcp_server_peer( NULL, &address, &port ) == WICED_BADARG );
    CHECK( wiced_tcp_client_peer( NULL, NULL, NULL ) == WICED_BADARG );
    CHECK( wiced_tcp_get_socket_state( NULL, &state ) == WICED_BADARG && state == WICED_SOCKET_ERROR );
    CHECK( wiced_tcp_enable_tls( NULL, NULL ) == WICED_BADARG );
    CHECK( wiced_packet_delete( NULL ) == WICED_BADARG );
    CHECK( wiced_packet_set_data_end( NULL, NULL ) == WICED_BADARG );
    CHECK( wiced_tcp_stream_init( NULL, NULL ) == WICED_BADARG );
    CHECK( wiced_tcp_stream_write( NULL, NULL, 0 ) == WICED_BADARG );
    CHECK( wiced_tcp_stream_write_resource( NULL, NULL ) == WICED_BADARG );
    CHECK( wiced_tcp_stream_deinit( NULL ) == WICED_BADARG );
    CHECK( wiced_tcp_server_start( NULL, WICED_STA_INTERFACE, 1, 1, NULL, NULL, NULL, NULL ) == WICED_BADARG );
    CHECK( wiced_tcp_server_stop( NULL ) == WICED_BADARG );
    CHECK( wiced_tcp_server_accept( NULL, NULL ) == WICED_BADARG );
    CHECK( wiced_tcp_server_disconnect_socket( NULL, NULL ) == WICED_BADARG );
    CHECK( wiced_tls_init_context( NULL, NULL, NULL ) == WICED_BADARG );
    CHECK( wiced_tls_deinit_context( NULL ) == WICED_BADARG );
    CHECK( wiced_tls_set_extension( NULL, NULL ) == WICED_BADARG );
    CHECK( wiced_tls_init_identity( NULL, NULL, 0, NULL, 0 ) == WICED_BADARG );
}

int main( void )
{
    check_servers();
    check_tls();
    check_null();
    return broken;
}
