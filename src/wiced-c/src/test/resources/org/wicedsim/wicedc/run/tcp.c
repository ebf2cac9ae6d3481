/* The C side of sockets, packets and streams. */
#include "play.h"

static int64_t connected( uint32_t function, int64_t* slots )
{
    (void) function;
    slots[STATE] = ESTABLISHED;
    slots[PEER_ADDRESS] = (int64_t) SERVER;
    slots[PEER_PORT] = 27708;
    return WICED_SUCCESS;
}

static int64_t context_nine( uint32_t function, int64_t* slots )
{
    slots[5] = 9;
    return connected( function, slots );
}

static wiced_tcp_socket_t socket_seven( void )
{
    wiced_tcp_socket_t socket;
    memset( &socket, NOTHING_YET, sizeof( socket ) );
    answer = number_seven;
    wiced_tcp_create_socket( &socket, WICED_STA_INTERFACE );
    return socket;
}

static void check_sockets( void )
{
    wiced_tcp_socket_t socket = socket_seven();
    CHECK( sim_number( &socket.sim ) == 7 );
    CHECK( socket.tls_context == NULL && socket.callbacks.connect == NULL );

    wiced_ip_address_t address;
    SET_IPV4_ADDRESS( address, SERVER );
    answer = connected;
    CHECK( wiced_tcp_connect( &socket, &address, 27708, 2000 ) == WICED_SUCCESS );
    CHECK( first_slot == 7 );
    CHECK( socket.socket.nx_tcp_socket_state == ESTABLISHED );
    CHECK( socket.socket.nx_tcp_socket_connect_ip.nxd_ip_address.v4 == SERVER );
    CHECK( socket.socket.nx_tcp_socket_connect_port == 27708 );

    answer = silent;
    wiced_tcp_disconnect( &socket );
    CHECK( socket.socket.nx_tcp_socket_state == ESTABLISHED );

    wiced_tcp_delete_socket( &socket );
    CHECK( sim_number( &socket.sim ) == 0 );
    CHECK( socket.socket.nx_tcp_socket_connect_port == 0 );
}

static void check_tls_contexts_of_sockets( void )
{
    wiced_tcp_socket_t socket = socket_seven();
    wiced_tls_context_t context = { { 0, 0 } };
    answer = silent;
    CHECK( wiced_tcp_enable_tls( &socket, &context ) == WICED_SUCCESS );
    CHECK( socket.tls_context == &context );

    answer = context_nine;
    wiced_tcp_accept( &socket );
    CHECK( sim_number( &context.sim ) == 9 );

    answer = silent;
    wiced_tcp_delete_socket( &socket );
    CHECK( socket.tls_context == NULL );
    CHECK( sim_number( &context.sim ) == 9 );

    socket = socket_seven();
    socket.tls_context = malloc( sizeof( wiced_tls_context_t ) );
    memset( socket.tls_context, 0, sizeof( wiced_tls_context_t ) );
    socket.context_malloced = WICED_TRUE;
    answer = silent;
    wiced_tcp_delete_socket( &socket );
    CHECK( socket.tls_context == NULL && socket.context_malloced == WICED_FALSE );
}

/* Java enters the callbacks that C has given it. */
static int64_t enters[3];
static int64_t struct_given;

static int64_t registered( uint32_t function, int64_t* slots )
{
    if ( function == SIM_WICED_TCP_REGISTER_CALLBACKS )
    {
        memcpy( enters, slots + 1, sizeof( enters ) );
        struct_given = slots[4];
    }
    return connected( function, slots );
}

static void check_callbacks( void )
{
    wiced_tcp_socket_t socket = socket_seven();
    int argument = 0;
    answer = registered;
    wiced_tcp_register_callbacks( &socket, callback, callback, NULL, &argument );
    CHECK( struct_given == (int64_t) (intptr_t) &socket );
    CHECK( enters[0] != 0 && enters[1] != 0 && enters[2] == 0 );

    socket.socket.nx_tcp_socket_connect_port = 0;
    enter( enters[1], struct_given, 7 );
    CHECK( seen_socket == &socket );
    CHECK( seen_argument == &argument );
    CHECK( function_called == SIM_SIM_SOCKET_FIELDS );
    CHECK( socket.socket.nx_tcp_socket_connect_port == 27708 );

    wiced_tcp_unregister_callbacks( &socket );
    enter( enters[0], struct_given, 7 );
    CHECK( seen_socket == NULL );
}

static int64_t third_packet_of_the_second_round( uint32_t function, int64_t* slots )
{
    static uint8_t buffer[16];
    (void) function;
    slots[0] = 4096 + 3;
    slots[1] = (int64_t) (intptr_t) buffer;
    slots[2] = 1460;
    return WICED_SUCCESS;
}

static int64_t no_packet( uint32_t function, int64_t* slots )
{
    (void) function;
    slots[0] = 0;
    slots[1] = 0;
    slots[2] = 0;
    return WICED_TIMEOUT;
}

static int64_t end_given;

static int64_t data_end( uint32_t function, int64_t* slots )
{
    (void) function;
    end_given = slots[1];
    return WICED_SUCCESS;
}

static void check_packets( void )
{
    wiced_tcp_socket_t socket = socket_seven();
    wiced_packet_t* packet = NULL;
    wiced_packet_t* same = NULL;
    uint8_t* data = NULL;
    uint16_t space = 0;
    answer = third_packet_of_the_second_round;
    CHECK( wiced_packet_create_tcp( &socket, 11, &packet, &data, &space ) == WICED_SUCCESS );
    CHECK( sim_number( &packet->sim ) == 4096 + 3 );
    CHECK( data == packet->start && space == 1460 );
    CHECK( wiced_tcp_receive( &socket, &same, 0 ) == WICED_SUCCESS && same == packet );
    CHECK( wiced_packet_create( 11, NULL, NULL, NULL ) == WICED_SUCCESS );

    answer = data_end;
    wiced_packet_set_data_end( packet, data + 11 );
    CHECK( end_given == 11 );
    wiced_packet_set_data_end( packet, data - 1 );
    CHECK( end_given == -1 );
    answer = silent;
    same = packet;
    wiced_packet_get_next_fragment( packet, &same );
    CHECK( same == NULL );

    answer = no_packet;
    CHECK( wiced_packet_create_tcp( &socket, 11, &packet, &data, &space ) == WICED_TIMEOUT );
    CHECK( packet == NULL && data == NULL && space == 0 );
}

static int64_t socket_of_stream;

static int64_t three_octets( uint32_t function, int64_t* slots )
{
    (void) function;
    socket_of_stream = slots[1];
    slots[0] = 3;
    return WICED_SUCCESS;
}

static void check_streams( void )
{
    wiced_tcp_socket_t socket = socket_seven();
    wiced_tcp_stream_t stream;
    uint32_t count = 0;
    memset( &stream, NOTHING_YET, sizeof( stream ) );
    wiced_tcp_stream_init( &stream, &socket );
    CHECK( stream.socket == &socket && stream.tx_packet == NULL && stream.rx_packet == NULL );
    CHECK( sim_number( &stream.sim ) == 7 );

    answer = three_octets;
    CHECK( wiced_tcp_stream_read_with_count( &stream, NULL, 0, 0, &count ) == WICED_SUCCESS );
    CHECK( count == 3 && first_slot == 7 && socket_of_stream == 7 );
    CHECK( wiced_tcp_stream_read_with_count( &stream, NULL, 0, 0, NULL ) == WICED_SUCCESS );

    answer = number_seven;
    wiced_tcp_stream_init( &stream, NULL );
    answer = three_octets;
    wiced_tcp_stream_read_with_count( &stream, NULL, 0, 0, &count );
    CHECK( socket_of_stream == 0 );

    answer = silent;
    wiced_tcp_stream_deinit( &stream );
    CHECK( stream.socket == NULL && sim_number( &stream.sim ) == 0 );
}

int main( void )
{
    check_sockets();
    check_tls_contexts_of_sockets();
    check_callbacks();
    check_packets();
    check_streams();
    return broken;
}
