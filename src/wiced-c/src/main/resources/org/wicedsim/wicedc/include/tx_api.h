/* The types of ThreadX that programs look into, with the sizes of the board. */
#pragma once

#include <stdint.h>

typedef char CHAR;
typedef unsigned char UCHAR;
typedef int INT;
typedef unsigned int UINT;
typedef int32_t LONG;
typedef uint32_t ULONG;
typedef int16_t SHORT;
typedef uint16_t USHORT;

/* A stack is filled with 0xEF, and grows from its end (the last octet) to its start. */
typedef struct TX_THREAD_STRUCT
{
    void* tx_thread_stack_start;
    void* tx_thread_stack_end;
} TX_THREAD;
