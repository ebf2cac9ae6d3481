/* How firmware runs: on stacks of its own, beside the stack of the JVM's thread that lends it its
 * time. Java never runs on a stack of the firmware, and firmware never on one of the JVM. */
#pragma once

#include <stdbool.h>
#include <ucontext.h>

#include "sim.h"

struct sim_stack
{
    uint8_t* memory; /* the guard first, then the stack */
    size_t   length;
};

/* Work that libc does better on the JVM's stack: the firmware's stack stays as small as on a board. */
typedef void ( *sim_work_t )( void* argument );

/* Who runs at the moment. */
typedef enum
{
    SIM_IN_FIRMWARE, /* the firmware, on its stack */
    SIM_IN_WORK,     /* C on behalf of the firmware, on the JVM's stack */
    SIM_IN_JAVA
} sim_place_t;

/* One run of the firmware on a thread of the JVM, from entry to end. */
typedef struct sim_fiber
{
    ucontext_t        firmware;
    ucontext_t        jvm;
    sim_stack_t*      stack;
    const char*       thread_name;
    volatile sim_place_t place;
    bool              ended; /* no way back into the firmware: it returned, or its thread is gone */
    struct sim_fiber* outer;

    int64_t ( *entry )( int64_t, int64_t );
    int64_t first;
    int64_t second;

    /* What the firmware wants from the JVM's stack: work, or else an answer. */
    sim_work_t  work;
    void*       work_argument;
    uint32_t    function;
    int64_t*    slots;
    const void* site;
    int64_t     result;
} sim_fiber_t;

/* The guard below a stack: wide enough that no usual frame steps over it. */
#define SIM_GUARD_SIZE ( 64 * 1024 )

/* The fiber of the calling thread; NULL on a thread that never ran firmware. */
sim_fiber_t* sim_fiber( void );

/* Runs work on the JVM's stack of the calling thread. */
void sim_on_jvm_stack( sim_work_t work, void* argument );

/* Ends the calling thread of the firmware, as if its function had returned. */
__attribute__( ( noreturn ) ) void sim_end_thread( void );

/* Takes over the standard streams of this process, once.
 * on_console: whether what is printed goes to the console, or is lost. */
void sim_stdio_start( bool on_console );

/* Takes over the signals of crashes, once; what belongs to the JVM is passed on to it.
 * file: where a crash is reported to; made now, since a crashed process should open nothing.
 * Gives the address at which this object was loaded. */
int64_t sim_crash_start( const char* file );

/* Sees to it that a crash on the calling thread can be reported. */
void sim_crash_prepare_thread( void );
