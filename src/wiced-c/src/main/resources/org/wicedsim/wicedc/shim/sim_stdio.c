/* stdio on the board's console: stdout and stderr go to the UART, stdin comes from it. Whatever
 * prints (printf, puts, fwrite, ...) ends in one place, in order with everything else that happens. */
#define _GNU_SOURCE

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "sim_fiber.h"

/* A line that is longer reaches the console in pieces. */
#define LINE_SIZE 1024

/* What a diagnostic of the C side may say. */
#define SENTENCE_SIZE 512

static bool attached;

static ssize_t console_write( void* cookie, const char* text, size_t size )
{
    (void) cookie;
    if ( attached )
    {
        SIM_CALL( SIM_CONSOLE_WRITE, SIM_POINTER( text ), (int64_t) size );
    }
    return (ssize_t) size;
}

static ssize_t console_read( void* cookie, char* text, size_t size )
{
    (void) cookie;
    return ( attached && size > 0 ) ? (ssize_t) SIM_CALL( SIM_CONSOLE_READ, SIM_POINTER( text ), (int64_t) size ) : 0;
}

static FILE* stream( const char* mode, int buffering, size_t size )
{
    const cookie_io_functions_t functions = { .read = console_read, .write = console_write };
    FILE*                       file      = fopencookie( NULL, mode, functions );
    if ( file != NULL )
    {
        setvbuf( file, NULL, buffering, size );
    }
    return file;
}

void sim_stdio_start( bool on_console )
{
    attached = on_console;
    FILE* out = stream( "w", _IOLBF, LINE_SIZE );
    FILE* err = stream( "w", _IONBF, 0 );
    FILE* in  = stream( "r", _IONBF, 0 );
    if ( out != NULL && err != NULL && in != NULL )
    {
        stdout = out;
        stderr = err;
        stdin  = in;
    }
}

typedef struct
{
    const char* format;
    va_list*    arguments;
    int         result;
} print_t;

static void print( void* argument )
{
    print_t* what = argument;
    what->result  = vfprintf( stdout, what->format, *what->arguments );
}

/* The application's prints do their work on the JVM's stack: formatting takes more of a stack on a
 * desktop than a whole thread has on the board. Weak: an application may have its own. */
__attribute__( ( weak ) ) int vprintf( const char* format, va_list arguments )
{
    va_list copy;
    va_copy( copy, arguments );
    print_t what = { .format = format, .arguments = &copy };
    sim_on_jvm_stack( print, &what );
    va_end( copy );
    return what.result;
}

__attribute__( ( weak, format( printf, 1, 2 ) ) ) int printf( const char* format, ... )
{
    va_list arguments;
    va_start( arguments, format );
    print_t what = { .format = format, .arguments = &arguments };
    sim_on_jvm_stack( print, &what );
    va_end( arguments );
    return what.result;
}

static void put_line( void* text )
{
    flockfile( stdout );
    fputs( text, stdout );
    fputc( '\n', stdout );
    funlockfile( stdout );
}

__attribute__( ( weak ) ) int puts( const char* text )
{
    sim_on_jvm_stack( put_line, (void*) text );
    return 0;
}

void sim_diagnose( const char* code, const char* format, ... )
{
    char    sentence[SENTENCE_SIZE];
    va_list arguments;
    va_start( arguments, format );
    vsnprintf( sentence, sizeof( sentence ), format, arguments );
    va_end( arguments );
    SIM_CALL( SIM_DIAGNOSE, SIM_POINTER( code ), SIM_POINTER( sentence ) );
}
