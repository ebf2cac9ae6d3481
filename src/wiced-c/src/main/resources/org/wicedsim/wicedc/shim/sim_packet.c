/* The packets of wiced_tcpip.h. */
#include "sim_tcp.h"
#include "wiced_tcpip.h"

/* The structures of packets are a ring: a packet has the one at its number modulo the size. Java
 * gives no number while the packet before it there is still the application's. So a pointer to a
 * packet that was sent or deleted does no harm until this many further packets were made. */
#define SIM_PACKETS 4096

static wiced_packet_t ring[SIM_PACKETS];

/* The structure of the packet that Java gave in the first two slots; NULL when it gave none. */
static wiced_packet_t* packet_of( const int64_t* slots )
{
    const uint32_t  number = (uint32_t) slots[0];
    wiced_packet_t* packet = NULL;

    if ( number != 0 )
    {
        packet        = &ring[number % SIM_PACKETS];
        packet->start = (uint8_t*) (intptr_t) slots[1];
        sim_keep( &packet->sim, number );
    }
    return packet;
}

/* How far a position is from the start of the packet's buffer. */
static int64_t distance( const wiced_packet_t* packet, const uint8_t* position )
{
    return ( packet != NULL ) ? SIM_POINTER( position ) - SIM_POINTER( packet->start ) : 0;
}

static wiced_result_t created( int64_t result, const int64_t* slots, wiced_packet_t** packet, uint8_t** data, uint16_t* available_space )
{
    wiced_packet_t* const made = packet_of( slots );

    if ( packet != NULL )
    {
        *packet = made;
    }
    if ( data != NULL )
    {
        *data = ( made != NULL ) ? made->start : NULL;
    }
    if ( available_space != NULL )
    {
        *available_space = (uint16_t) slots[2];
    }
    return (wiced_result_t) result;
}

wiced_result_t wiced_packet_create_tcp( wiced_tcp_socket_t* socket, uint16_t content_length, wiced_packet_t** packet, uint8_t** data, uint16_t* available_space )
{
    int64_t slots[SIM_SLOTS] = { SIM_NUMBER( socket ), content_length };
    return created( SIM_CALL_SLOTS( WICED_PACKET_CREATE_TCP, slots ), slots, packet, data, available_space );
}

wiced_result_t wiced_packet_create( uint16_t content_length, wiced_packet_t** packet, uint8_t** data, uint16_t* available_space )
{
    int64_t slots[SIM_SLOTS] = { 0, content_length };
    return created( SIM_CALL_SLOTS( WICED_PACKET_CREATE, slots ), slots, packet, data, available_space );
}

wiced_result_t wiced_packet_delete( wiced_packet_t* packet )
{
    return (wiced_result_t) SIM_CALL( WICED_PACKET_DELETE, SIM_NUMBER( packet ) );
}

wiced_result_t wiced_packet_get_data( wiced_packet_t* packet, uint16_t offset, uint8_t** data, uint16_t* fragment_available_data_length, uint16_t* total_available_data_length )
{
    int64_t              slots[SIM_SLOTS] = { SIM_NUMBER( packet ), offset };
    const wiced_result_t result           = (wiced_result_t) SIM_CALL_SLOTS( WICED_PACKET_GET_DATA, slots );

    if ( data != NULL )
    {
        *data = (uint8_t*) (intptr_t) slots[0];
    }
    if ( fragment_available_data_length != NULL )
    {
        *fragment_available_data_length = (uint16_t) slots[1];
    }
    if ( total_available_data_length != NULL )
    {
        *total_available_data_length = (uint16_t) slots[2];
    }
    return result;
}

wiced_result_t wiced_packet_set_data_end( wiced_packet_t* packet, uint8_t* data_end )
{
    return (wiced_result_t) SIM_CALL( WICED_PACKET_SET_DATA_END, SIM_NUMBER( packet ), distance( packet, data_end ) );
}

wiced_result_t wiced_packet_set_data_start( wiced_packet_t* packet, uint8_t* data_start )
{
    return (wiced_result_t) SIM_CALL( WICED_PACKET_SET_DATA_START, SIM_NUMBER( packet ), distance( packet, data_start ) );
}

wiced_result_t wiced_packet_get_next_fragment( wiced_packet_t* packet, wiced_packet_t** next_packet_fragment )
{
    if ( next_packet_fragment != NULL )
    {
        *next_packet_fragment = NULL;
    }
    return (wiced_result_t) SIM_CALL( WICED_PACKET_GET_NEXT_FRAGMENT, SIM_NUMBER( packet ) );
}

wiced_result_t wiced_tcp_send_packet( wiced_tcp_socket_t* socket, wiced_packet_t* packet )
{
    int64_t              slots[SIM_SLOTS] = { SIM_NUMBER( socket ), SIM_NUMBER( packet ) };
    const wiced_result_t result           = (wiced_result_t) SIM_CALL_SLOTS( WICED_TCP_SEND_PACKET, slots );

    sim_socket_update( socket, slots );
    return result;
}

wiced_result_t wiced_tcp_receive( wiced_tcp_socket_t* socket, wiced_packet_t** packet, uint32_t timeout )
{
    int64_t              slots[SIM_SLOTS] = { SIM_NUMBER( socket ), timeout };
    const wiced_result_t result           = (wiced_result_t) SIM_CALL_SLOTS( WICED_TCP_RECEIVE, slots );

    sim_socket_update( socket, slots );
    *packet = packet_of( slots );
    return result;
}
