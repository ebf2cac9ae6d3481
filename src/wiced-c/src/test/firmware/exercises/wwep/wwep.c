#include "wwep.h"

#include <ctype.h>

#include "database.h"

#define REQUEST_TIMEOUT_MS ( 2000 )

/* Between the octets of one request. */
#define FRAME_TIMEOUT_MS ( 100 )

static wiced_bool_t is_hex( const char* text, size_t length )
{
    for ( size_t i = 0; i < length; i++ )
    {
        if ( !isxdigit( (unsigned char) text[i] ) )
        {
            return WICED_FALSE;
        }
    }
    return WICED_TRUE;
}

void wwep_answer( const char* request, char* answer )
{
    const size_t length = strlen( request );
    unsigned int device;
    unsigned int address;
    unsigned int written = 0;
    uint16_t     value;

    strcpy( answer, "X" );
    if ( length < WWEP_READ_LENGTH || !is_hex( request + 1, length - 1 ) )
    {
        return;
    }
    sscanf( request + 1, "%4x%2x%4x", &device, &address, &written );
    value = (uint16_t) written;
    if ( request[0] == 'W' && length == WWEP_WRITE_LENGTH )
    {
        database_write( (uint16_t) device, (uint8_t) address, value );
        sprintf( answer, "A%04X%02X%04X", device, address, value );
    }
    else if ( request[0] == 'R' && length == WWEP_READ_LENGTH && database_read( (uint16_t) device, (uint8_t) address, &value ) )
    {
        sprintf( answer, "A%04X%02X%04X", device, address, value );
    }
}

/* Reads what the first octets ask for, as a string; what the client cut short is cut short. */
static void read_request( wiced_tcp_stream_t* stream, char* request )
{
    memset( request, 0, WWEP_SIZE );
    if ( wiced_tcp_stream_read( stream, request, WWEP_READ_LENGTH, REQUEST_TIMEOUT_MS ) == WICED_SUCCESS && request[0] == 'W' )
    {
        wiced_tcp_stream_read( stream, request + WWEP_READ_LENGTH, WWEP_VALUE_LENGTH, FRAME_TIMEOUT_MS );
    }
}

void wwep_serve( wiced_tcp_socket_t* socket, const char* kind )
{
    static _Atomic int transactions;
    wiced_tcp_stream_t stream;
    wiced_ip_address_t peer = { .version = WICED_IPV4 };
    uint16_t           port = 0;
    char               request[WWEP_SIZE];
    char               answer[WWEP_SIZE];

    wiced_tcp_server_peer( socket, &peer, &port );
    wiced_tcp_stream_init( &stream, socket );
    read_request( &stream, request );
    wwep_answer( request, answer );
    wiced_tcp_stream_write( &stream, answer, strlen( answer ) );
    wiced_tcp_stream_flush( &stream );
    wiced_tcp_stream_deinit( &stream );
    WPRINT_APP_INFO( ( "%d " IPV4_PRINT_FORMAT ":%u %s %s %s\n", ++transactions, IPV4_SPLIT_TO_PRINT( peer ), port, kind, request, answer ) );
}
