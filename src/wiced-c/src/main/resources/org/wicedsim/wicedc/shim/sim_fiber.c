#define _GNU_SOURCE

#include "sim_fiber.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

/* What a thread may use beyond what it asked for. */
#define STACK_RESERVE ( 256 * 1024 )

/* ThreadX fills the stack of a new thread with this. */
#define STACK_FILL 0xEF

/* What Java says to a call. */
typedef enum
{
    ANSWERED   = 0,
    THREAD_END = 1
} sim_verdict_t;

typedef int32_t ( *sim_answer_t )( uint32_t function, int64_t* slots, const void* site, int64_t* result );

static sim_answer_t answer;

static _Thread_local sim_fiber_t* current;
/* Handlers and callbacks run on one stack for each thread of the JVM, one after another. */
static _Thread_local sim_stack_t* handler_stack;
/* Gives handler_stack back when its thread ends. */
static pthread_key_t handler_stacks;

sim_fiber_t* sim_fiber( void )
{
    return current;
}

static sim_stack_t* stack_of( size_t size )
{
    const size_t page   = 64 * 1024;
    const size_t length = SIM_GUARD_SIZE + ( ( size + page - 1 ) / page ) * page;

    sim_stack_t* stack = malloc( sizeof( *stack ) );
    if ( stack == NULL )
    {
        return NULL;
    }
    stack->length = length;
    stack->memory = mmap( NULL, length, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0 );
    if ( stack->memory == MAP_FAILED )
    {
        free( stack );
        return NULL;
    }
    mprotect( stack->memory, SIM_GUARD_SIZE, PROT_NONE );
    return stack;
}

sim_stack_t* sim_stack_create( uint32_t size, void** start, void** end )
{
    sim_stack_t* stack = stack_of( (size_t) size + STACK_RESERVE );
    if ( stack != NULL )
    {
        uint8_t* top = stack->memory + stack->length;
        memset( top - size, STACK_FILL, size );
        *start = top - size;
        *end   = top - 1;
    }
    return stack;
}

void sim_stack_delete( sim_stack_t* stack )
{
    if ( stack != NULL )
    {
        munmap( stack->memory, stack->length );
        free( stack );
    }
}

/* The first frame on a stack of the firmware. */
static void run_entry( void )
{
    sim_fiber_t* fiber = current;
    fiber->result      = fiber->entry( fiber->first, fiber->second );
    fiber->ended       = true;
    setcontext( &fiber->jvm );
}

static int64_t have_answered( sim_fiber_t* fiber, uint32_t function, int64_t* slots, const void* site )
{
    int64_t     result = 0;
    sim_place_t before = SIM_IN_JAVA;
    if ( fiber != NULL )
    {
        before       = fiber->place;
        fiber->place = SIM_IN_JAVA;
    }
    const int32_t verdict = answer( function, slots, site, &result );
    if ( fiber != NULL )
    {
        fiber->place = before;
        fiber->ended = fiber->ended || verdict == THREAD_END;
    }
    return result;
}

/* Lends the calling thread to the firmware until it ends, and does for it what belongs on this
 * stack. */
static void run( sim_fiber_t* fiber )
{
    while ( true )
    {
        fiber->place = SIM_IN_FIRMWARE;
        swapcontext( &fiber->jvm, &fiber->firmware );
        if ( fiber->ended )
        {
            return;
        }
        fiber->place = SIM_IN_WORK;
        if ( fiber->work != NULL )
        {
            const sim_work_t work = fiber->work;
            fiber->work           = NULL;
            work( fiber->work_argument );
        }
        else
        {
            fiber->result = have_answered( fiber, fiber->function, fiber->slots, fiber->site );
        }
        if ( fiber->ended )
        {
            return;
        }
    }
}

/* Runs a function of the firmware, on the given stack or on that of handlers. Called by Java.
 * Further arguments than the function has do no harm on the ABIs of x86-64 and aarch64. */
SIM_EXPORT int64_t sim_enter( sim_stack_t* stack, void* function, int64_t first, int64_t second, const char* thread_name )
{
    sim_crash_prepare_thread( );
    sim_fiber_t fiber = { .thread_name = thread_name, .outer = current, .first = first, .second = second };
    fiber.entry       = (int64_t ( * )( int64_t, int64_t )) function;
    sim_stack_t* own  = NULL;
    if ( stack == NULL )
    {
        if ( current != NULL )
        {
            /* The handlers' stack of this thread is taken: this run is inside of another. */
            own   = stack_of( STACK_RESERVE );
            stack = own;
        }
        else
        {
            if ( handler_stack == NULL )
            {
                handler_stack = stack_of( STACK_RESERVE );
                pthread_setspecific( handler_stacks, handler_stack );
            }
            stack = handler_stack;
        }
        if ( stack == NULL )
        {
            abort( );
        }
    }
    fiber.stack = stack;
    getcontext( &fiber.firmware );
    fiber.firmware.uc_stack.ss_sp   = stack->memory + SIM_GUARD_SIZE;
    fiber.firmware.uc_stack.ss_size = stack->length - SIM_GUARD_SIZE;
    fiber.firmware.uc_link          = NULL;
    makecontext( &fiber.firmware, run_entry, 0 );

    current = &fiber;
    run( &fiber );
    current = fiber.outer;

    sim_stack_delete( own );
    return fiber.result;
}

int64_t sim_call( uint32_t function, int64_t* slots, const void* site )
{
    sim_fiber_t* fiber = current;
    if ( fiber == NULL || fiber->place != SIM_IN_FIRMWARE )
    {
        return have_answered( fiber, function, slots, site );
    }
    fiber->function = function;
    fiber->slots    = slots;
    fiber->site     = site;
    swapcontext( &fiber->firmware, &fiber->jvm );
    return fiber->result;
}

void sim_on_jvm_stack( sim_work_t work, void* argument )
{
    sim_fiber_t* fiber = current;
    if ( fiber == NULL || fiber->place != SIM_IN_FIRMWARE )
    {
        work( argument );
        return;
    }
    fiber->work          = work;
    fiber->work_argument = argument;
    swapcontext( &fiber->firmware, &fiber->jvm );
}

void sim_end_thread( void )
{
    current->ended = true;
    setcontext( &current->jvm );
    abort( );
}

static void give_back( void* stack )
{
    sim_stack_delete( stack );
}

/* Gets everything ready for the firmware. Called by Java, once.
 * java: answers calls.
 * with_stdio: 0 when the application was built with WICED_DISABLE_STDIO.
 * crash_report: the file that a crash is reported to.
 * Gives the address at which this object was loaded. */
SIM_EXPORT int64_t sim_start( sim_answer_t java, int64_t with_stdio, const char* crash_report )
{
    answer = java;
    if ( pthread_key_create( &handler_stacks, give_back ) != 0 )
    {
        abort( );
    }
    sim_stdio_start( with_stdio != 0 );
    return sim_crash_start( crash_report );
}
