/* A program plays Java to the C side of the SDK: it answers its calls. */
#pragma once

#include <string.h>

#include "check.h"
#include "sim.h"
#include "wiced.h"

/* Where Java says what has become of a socket. */
#define STATE 8
#define PEER_ADDRESS 9
#define PEER_PORT 10
#define LISTEN 2
#define ESTABLISHED 5

#define SERVER MAKE_IPV4_ADDRESS( 198, 51, 100, 3 )

/* What lies in a structure before it is initialised. */
#define NOTHING_YET 0xAB

typedef int64_t ( *answer_t )( uint32_t function, int64_t* slots );

static answer_t answer;

/* The last call. */
static uint32_t function_called;
static int64_t first_slot;

int64_t sim_call( uint32_t function, int64_t* slots, const void* site )
{
    (void) site;
    function_called = function;
    first_slot = slots[0];
    return answer( function, slots );
}

static int64_t number_seven( uint32_t function, int64_t* slots )
{
    (void) function;
    slots[0] = 7;
    return WICED_SUCCESS;
}

static int64_t silent( uint32_t function, int64_t* slots )
{
    (void) function;
    (void) slots;
    return WICED_SUCCESS;
}

/* What the last callback got. */
static wiced_tcp_socket_t* seen_socket;
static void* seen_argument;

static wiced_result_t callback( wiced_tcp_socket_t* socket, void* argument )
{
    seen_socket = socket;
    seen_argument = argument;
    return WICED_SUCCESS;
}

/* Enters a function of the C side, as Java does. */
static int64_t enter( int64_t function, int64_t first, int64_t second )
{
    seen_socket = NULL;
    return ( (int64_t ( * )( int64_t, int64_t )) (intptr_t) function )( first, second );
}
