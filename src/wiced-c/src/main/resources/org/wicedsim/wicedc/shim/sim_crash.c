/* Reports a crash of the firmware: what happened, at which address, and the firmware's call stack,
 * as lines of text in a file that the simulator reads when this process has ended.
 *
 * Where the crash belongs is told by who was running (sim_place_t), not by the address alone: Java
 * too lives with segmentation faults, and what happens there is the JVM's business. */
#define _GNU_SOURCE

#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <unwind.h>

#include "sim_fiber.h"

/* How this process ends when its firmware has crashed; BoardProcess knows it too. */
#define EXIT_CRASHED 70

/* Stack of the handler itself: unwinding takes room. */
#define HANDLER_STACK_SIZE ( 256 * 1024 )

#define MAX_FRAMES 64

static const int signals[] = { SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGTRAP };
#define SIGNALS ( sizeof( signals ) / sizeof( signals[0] ) )

static struct sigaction   before[SIGNALS];
static int                report    = -1;
static volatile int       reporting = 0;
static _Thread_local bool prepared;
/* Gives the handler's stack back when its thread ends. */
static pthread_key_t      handler_memory;

/* --- writing, with nothing that is not safe in a signal handler -------------------------------- */

static void say( const char* text )
{
    /* Not write(): an application may have a function of that name. */
    if ( syscall( SYS_write, report, text, strlen( text ) ) < 0 )
    {
        /* There is nobody left to tell. */
    }
}

static void say_number( uintptr_t number, unsigned base )
{
    char  digits[2 * sizeof( number ) + 8];
    char* at = digits + sizeof( digits );
    *--at    = '\0';
    do
    {
        *--at = "0123456789abcdef"[number % base];
        number /= base;
    } while ( number != 0 );
    say( at );
}

static void say_field( const char* name, uintptr_t number, unsigned base )
{
    say( name );
    say( base == 16 ? " 0x" : " " );
    say_number( number, base );
    say( "\n" );
}

/* --- where it happened ------------------------------------------------------------------------- */

static uintptr_t own_base( void )
{
    Dl_info info;
    return dladdr( (void*) own_base, &info ) != 0 ? (uintptr_t) info.dli_fbase : 0;
}

/* A place in the code: "frame app 0x1234", or "frame libc.so.6 strlen 0x2a". */
static void say_frame( uintptr_t pc )
{
    Dl_info info;
    say( "frame " );
    if ( dladdr( (void*) pc, &info ) == 0 || info.dli_fname == NULL )
    {
        say( "? ? 0x" );
        say_number( pc, 16 );
    }
    else if ( (uintptr_t) info.dli_fbase == own_base( ) )
    {
        say( "app 0x" );
        say_number( pc - (uintptr_t) info.dli_fbase, 16 );
    }
    else
    {
        const char* slash = strrchr( info.dli_fname, '/' );
        say( slash != NULL ? slash + 1 : info.dli_fname );
        say( " " );
        say( info.dli_sname != NULL ? info.dli_sname : "?" );
        say( " 0x" );
        say_number( pc - (uintptr_t) info.dli_fbase, 16 );
    }
    say( "\n" );
}

static uintptr_t program_counter( const ucontext_t* context )
{
#if defined( __x86_64__ )
    return (uintptr_t) context->uc_mcontext.gregs[REG_RIP];
#elif defined( __aarch64__ )
    return (uintptr_t) context->uc_mcontext.pc;
#else
#error "C firmware runs on x86-64 and aarch64"
#endif
}

static uintptr_t frame_pointer( const ucontext_t* context )
{
#if defined( __x86_64__ )
    return (uintptr_t) context->uc_mcontext.gregs[REG_RBP];
#else
    return (uintptr_t) context->uc_mcontext.regs[29];
#endif
}

/* Where a function that was just entered returns to. */
static uintptr_t return_address( const ucontext_t* context )
{
#if defined( __x86_64__ )
    return *(const uintptr_t*) context->uc_mcontext.gregs[REG_RSP];
#else
    return (uintptr_t) context->uc_mcontext.regs[30];
#endif
}

/* "read", "write", or "?" where the machine does not tell. */
static const char* kind_of_access( const ucontext_t* context )
{
#if defined( __x86_64__ )
    return ( context->uc_mcontext.gregs[REG_ERR] & 2 ) != 0 ? "write" : "read";
#else
    /* The syndrome is a record in the reserved part of the frame (asm/sigcontext.h). */
    const uint8_t* at = (const uint8_t*) context->uc_mcontext.__reserved;
    while ( true )
    {
        uint32_t head[2]; /* magic, size */
        memcpy( head, at, sizeof( head ) );
        if ( head[0] == 0 || head[1] == 0 )
        {
            return "?";
        }
        if ( head[0] == 0x45535201u )
        {
            uint64_t syndrome;
            memcpy( &syndrome, at + sizeof( head ), sizeof( syndrome ) );
            return ( syndrome & ( 1u << 6 ) ) != 0 ? "write" : "read";
        }
        at += head[1];
    }
#endif
}

/* The firmware's frames behind a context that it left with its frame pointers in order. */
static void say_frames_from( const ucontext_t* context, const sim_stack_t* stack )
{
    const uintptr_t low  = (uintptr_t) stack->memory + SIM_GUARD_SIZE;
    const uintptr_t high = (uintptr_t) stack->memory + stack->length - 2 * sizeof( uintptr_t );
    uintptr_t       at   = frame_pointer( context );
    for ( int i = 0; i < MAX_FRAMES && at >= low && at <= high; i++ )
    {
        const uintptr_t* frame = (const uintptr_t*) at;
        if ( frame[1] == 0 )
        {
            return;
        }
        say_frame( frame[1] );
        if ( frame[0] <= at )
        {
            return;
        }
        at = frame[0];
    }
}

typedef struct
{
    uintptr_t pc;
    bool      met; /* above the fault are the handler's own frames */
    int       frames;
} walk_t;

/* Every frame is written as soon as it is known: the next one may not be readable. */
static _Unwind_Reason_Code say_unwound( struct _Unwind_Context* frame, void* argument )
{
    walk_t*         walk = argument;
    const uintptr_t pc   = _Unwind_GetIP( frame );
    walk->met            = walk->met || pc == walk->pc;
    if ( walk->met )
    {
        say_frame( pc );
        walk->frames++;
    }
    return ( pc == 0 || walk->frames == MAX_FRAMES ) ? _URC_END_OF_STACK : _URC_NO_REASON;
}

/* The firmware's frames from the fault on. */
static void say_frames_here( const ucontext_t* context, const sim_stack_t* stack )
{
    Dl_info info;
    walk_t  walk = { .pc = program_counter( context ) };
    if ( dladdr( (void*) walk.pc, &info ) != 0 )
    {
        _Unwind_Backtrace( say_unwound, &walk );
    }
    if ( !walk.met )
    {
        /* There is no code there: it was jumped to, from a place that the call has left behind. */
        say_frame( walk.pc );
        say_frame( return_address( context ) );
        say_frames_from( context, stack );
    }
}

/* --- the handler ------------------------------------------------------------------------------- */

static void report_crash( int number, const siginfo_t* info, const ucontext_t* context, sim_fiber_t* fiber )
{
    const uintptr_t address = (uintptr_t) info->si_addr;
    const uintptr_t stack   = (uintptr_t) fiber->stack->memory;
    say_field( "signal", (uintptr_t) number, 10 );
    say_field( "code", (uintptr_t) (unsigned) info->si_code, 10 );
    say( "thread " );
    say( fiber->thread_name != NULL ? fiber->thread_name : "" );
    say( "\n" );
    if ( number == SIGSEGV || number == SIGBUS )
    {
        say_field( "address", address, 16 );
        say( "access " );
        say( kind_of_access( context ) );
        say( "\n" );
        if ( address >= stack && address < stack + SIM_GUARD_SIZE )
        {
            say( "stack-exhausted\n" );
        }
    }
    if ( fiber->place == SIM_IN_FIRMWARE )
    {
        say_frames_here( context, fiber->stack );
    }
    else
    {
        /* In libc or in the SDK, on the JVM's stack: the firmware waits where it called. */
        say_frame( program_counter( context ) );
        say_frames_from( &fiber->firmware, fiber->stack );
    }
    say( "end\n" );
}

static void chain( size_t which, int number, siginfo_t* info, void* context )
{
    const struct sigaction* old = &before[which];
    if ( ( old->sa_flags & SA_SIGINFO ) != 0 && old->sa_sigaction != NULL )
    {
        if ( number != SIGABRT )
        {
            old->sa_sigaction( number, info, context );
            return;
        }
    }
    struct sigaction none;
    memset( &none, 0, sizeof( none ) );
    none.sa_handler = SIG_DFL;
    sigaction( number, &none, NULL );
    syscall( SYS_tgkill, syscall( SYS_getpid ), syscall( SYS_gettid ), number );
}

static void on_signal( int number, siginfo_t* info, void* context )
{
    sim_fiber_t* fiber = sim_fiber( );
    if ( reporting != 0 )
    {
        /* A second crash: while reporting the first one, the broken stack cannot be told further. */
        if ( fiber != NULL && fiber->place != SIM_IN_JAVA )
        {
            syscall( SYS_exit_group, EXIT_CRASHED );
        }
    }
    if ( fiber == NULL || fiber->place == SIM_IN_JAVA || report < 0 )
    {
        for ( size_t i = 0; i < SIGNALS; i++ )
        {
            if ( signals[i] == number )
            {
                chain( i, number, info, context );
            }
        }
        return;
    }
    reporting = 1;
    report_crash( number, info, context, fiber );
    syscall( SYS_exit_group, EXIT_CRASHED );
}

/* Only while it is in place: a sanitizer gives back the one that it finds there when a thread ends. */
static void give_back( void* memory )
{
    stack_t stack;
    if ( sigaltstack( NULL, &stack ) == 0 && stack.ss_sp == memory )
    {
        const stack_t none = { .ss_flags = SS_DISABLE };
        sigaltstack( &none, NULL );
        munmap( memory, HANDLER_STACK_SIZE );
    }
}

void sim_crash_prepare_thread( void )
{
    if ( prepared )
    {
        return;
    }
    prepared = true;
    void* memory = mmap( NULL, HANDLER_STACK_SIZE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0 );
    if ( memory != MAP_FAILED )
    {
        const stack_t stack = { .ss_sp = memory, .ss_size = HANDLER_STACK_SIZE, .ss_flags = 0 };
        sigaltstack( &stack, NULL );
        pthread_setspecific( handler_memory, memory );
    }
}

int64_t sim_crash_start( const char* file )
{
    if ( pthread_key_create( &handler_memory, give_back ) != 0 )
    {
        abort( );
    }
    report = (int) syscall( SYS_openat, AT_FDCWD, file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600 );
    for ( size_t i = 0; i < SIGNALS; i++ )
    {
        struct sigaction action;
        memset( &action, 0, sizeof( action ) );
        action.sa_sigaction = on_signal;
        action.sa_flags     = SA_SIGINFO | SA_ONSTACK | SA_NODEFER;
        sigaction( signals[i], &action, &before[i] );
    }
    return (int64_t) own_base( );
}

/* --- memory of the firmware that Java is about to use -------------------------------------------- */

/* Until end_touching, a crash on the calling thread is the firmware's. */
static sim_fiber_t* begin_touching( void )
{
    sim_fiber_t* fiber = sim_fiber( );
    if ( fiber != NULL )
    {
        fiber->place = SIM_IN_WORK;
    }
    return fiber;
}

static void end_touching( sim_fiber_t* fiber )
{
    if ( fiber != NULL )
    {
        fiber->place = SIM_IN_JAVA;
    }
}

static void touch( uint8_t* octet, bool for_writing )
{
    if ( for_writing )
    {
        /* Changes nothing, whatever other threads do there. */
        __atomic_fetch_or( octet, 0, __ATOMIC_RELAXED );
    }
    else
    {
        __atomic_load_n( octet, __ATOMIC_RELAXED );
    }
}

/* Uses every page of a range of memory, so that a bad pointer crashes here, on the firmware's
 * account, and not in Java. Called by Java. */
SIM_EXPORT void sim_touch( uint8_t* memory, uint64_t size, int32_t for_writing )
{
    const uint64_t page  = 4096;
    sim_fiber_t*   fiber = begin_touching( );
    for ( uint64_t i = 0; i < size; i += page )
    {
        touch( memory + i, for_writing != 0 );
    }
    if ( size > 0 )
    {
        touch( memory + size - 1, for_writing != 0 );
    }
    end_touching( fiber );
}

/* The length of a string of the firmware, without its NUL; see sim_touch. Called by Java. */
SIM_EXPORT uint64_t sim_string_length( const char* text )
{
    sim_fiber_t*   fiber  = begin_touching( );
    const uint64_t length = strlen( text );
    end_touching( fiber );
    return length;
}

/* Lets any process of this user debug this one, whatever the machine's default is. Called by Java. */
SIM_EXPORT void sim_allow_debugger( void )
{
#ifdef PR_SET_PTRACER
    prctl( PR_SET_PTRACER, PR_SET_PTRACER_ANY, 0, 0, 0 );
#endif
}
