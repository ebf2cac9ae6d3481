/* The streams of wiced_tcpip.h. */
#include <string.h>

#include "sim_tcp.h"
#include "wiced_tcpip.h"

/* The stream, and the socket that it points to at the moment, as two slots. */
#define STREAM( stream ) SIM_NUMBER( stream ), SIM_NUMBER( socket_of( stream ) )

static wiced_tcp_socket_t* socket_of( const wiced_tcp_stream_t* stream )
{
    return ( stream != NULL && sim_number( &stream->sim ) != 0 ) ? stream->socket : NULL;
}

wiced_result_t wiced_tcp_stream_init( wiced_tcp_stream_t* tcp_stream, wiced_tcp_socket_t* socket )
{
    int64_t              slots[SIM_SLOTS] = { SIM_POINTER( tcp_stream ), SIM_NUMBER( socket ) };
    const wiced_result_t result           = (wiced_result_t) SIM_CALL_SLOTS( WICED_TCP_STREAM_INIT, slots );

    if ( tcp_stream != NULL )
    {
        memset( tcp_stream, 0, sizeof( *tcp_stream ) );
        tcp_stream->socket = socket;
        sim_keep( &tcp_stream->sim, slots[0] );
    }
    return result;
}

wiced_result_t wiced_tcp_stream_deinit( wiced_tcp_stream_t* tcp_stream )
{
    const wiced_result_t result = (wiced_result_t) SIM_CALL( WICED_TCP_STREAM_DEINIT, STREAM( tcp_stream ) );

    if ( tcp_stream != NULL )
    {
        memset( tcp_stream, 0, sizeof( *tcp_stream ) );
    }
    return result;
}

wiced_result_t wiced_tcp_stream_write( wiced_tcp_stream_t* tcp_stream, const void* data, uint32_t data_length )
{
    return (wiced_result_t) SIM_CALL( WICED_TCP_STREAM_WRITE, STREAM( tcp_stream ), SIM_POINTER( data ), data_length );
}

wiced_result_t wiced_tcp_stream_flush( wiced_tcp_stream_t* tcp_stream )
{
    return (wiced_result_t) SIM_CALL( WICED_TCP_STREAM_FLUSH, STREAM( tcp_stream ) );
}

wiced_result_t wiced_tcp_stream_read( wiced_tcp_stream_t* tcp_stream, void* buffer, uint16_t buffer_length, uint32_t timeout )
{
    return (wiced_result_t) SIM_CALL( WICED_TCP_STREAM_READ, STREAM( tcp_stream ), SIM_POINTER( buffer ), buffer_length, timeout );
}

wiced_result_t wiced_tcp_stream_read_with_count( wiced_tcp_stream_t* tcp_stream, void* buffer, uint16_t buffer_length, uint32_t timeout, uint32_t* read_count )
{
    int64_t              slots[SIM_SLOTS] = { STREAM( tcp_stream ), SIM_POINTER( buffer ), buffer_length, timeout };
    const wiced_result_t result           = (wiced_result_t) SIM_CALL_SLOTS( WICED_TCP_STREAM_READ_WITH_COUNT, slots );

    if ( read_count != NULL )
    {
        *read_count = (uint32_t) slots[0];
    }
    return result;
}

wiced_result_t wiced_tcp_stream_write_resource( wiced_tcp_stream_t* tcp_stream, const resource_hnd_t* res_id )
{
    return (wiced_result_t) SIM_CALL( WICED_TCP_STREAM_WRITE_RESOURCE, STREAM( tcp_stream ),
                                      ( res_id != NULL ) ? SIM_POINTER( res_id->val.mem.data ) : 0,
                                      ( res_id != NULL ) ? (int64_t) res_id->size : 0 );
}
