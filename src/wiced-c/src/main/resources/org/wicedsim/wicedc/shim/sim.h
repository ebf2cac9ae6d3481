/* The C side of the SDK: every public function packs its arguments into slots of 64 bits and has
 * Java answer. Only C knows how the SDK's structures are laid out; only Java knows what they mean.
 *
 * This code shares its shared object with the application: its names are hidden and begin with
 * sim_, and it calls no function of libc whose name an application may want for itself (socket,
 * connect, send, read, write, ...). */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "sim_functions.h" /* generated */
#include "wiced_sim.h"

/* What Java looks up in the shared object; everything else is hidden. */
#define SIM_EXPORT __attribute__( ( visibility( "default" ) ) )

/* A pointer as a slot. */
#define SIM_POINTER( p ) ( (int64_t) (intptr_t) ( p ) )

/* Has Java answer: SIM_CALL( WICED_TCP_BIND, number, port ). To be used in the function that the
 * application calls, since its return address is the application's line. The result is 64 bits.
 * At most 12 slots. */
#define SIM_CALL( function, ... ) \
    sim_call( SIM_##function, (int64_t[]) { __VA_ARGS__ }, __builtin_return_address( 0 ) )

/* As SIM_CALL, with slots that also bring something back. */
#define SIM_CALL_SLOTS( function, slots ) \
    sim_call( SIM_##function, ( slots ), __builtin_return_address( 0 ) )

/* Switches to the stack of the JVM's thread, has Java answer, and comes back. Does not return when
 * the thread was deleted or the board switched off. */
int64_t sim_call( uint32_t function, int64_t* slots, const void* site );

/* The number in a handle; 0 when it was never set, or there is none. */
static inline uint32_t sim_number( const wiced_sim_handle_t* handle )
{
    return ( handle != NULL && handle->magic == WICED_SIM_MAGIC ) ? handle->number : 0;
}

/* Sets or clears (number 0) a handle. */
static inline void sim_keep( wiced_sim_handle_t* handle, int64_t number )
{
    handle->magic = ( number != 0 ) ? WICED_SIM_MAGIC : 0;
    handle->number = (uint32_t) number;
}

/* A stack for a thread of the firmware. */
typedef struct sim_stack sim_stack_t;

/* Makes a stack on which a thread may use more than it asked for, since desktop frames are larger
 * than the board's; the upper `size` octets are filled with 0xEF and run from *start to *end, the
 * last octet. NULL when there is no memory. */
SIM_EXPORT sim_stack_t* sim_stack_create( uint32_t size, void** start, void** end );

/* Gives a stack back that no thread runs on; NULL does no harm. */
void sim_stack_delete( sim_stack_t* stack );

/* The simulator's own voice, beside the console: a stable code in kebab case, and a sentence. */
void sim_diagnose( const char* code, const char* format, ... ) __attribute__( ( format( printf, 2, 3 ) ) );
