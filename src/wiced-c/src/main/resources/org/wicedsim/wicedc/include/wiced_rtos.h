#pragma once

#include <stdint.h>

#include "tx_api.h"
#include "wiced_constants.h"
#include "wiced_defaults.h"
#include "wiced_result.h"
#include "wiced_sim.h"

/* 32 bits, as on the board: a pointer does not fit. */
typedef uint32_t wiced_thread_arg_t;

typedef void ( *wiced_thread_function_t )( wiced_thread_arg_t arg );
typedef wiced_result_t ( *event_handler_t )( void* arg );
typedef void ( *timer_handler_t )( void* arg );

typedef enum
{
    WAIT_FOR_ANY_EVENT = 0,
    WAIT_FOR_ALL_EVENTS = 1
} wiced_event_flags_wait_option_t;

typedef struct
{
    TX_THREAD handle;
    void* stack;
    wiced_sim_handle_t sim;
} wiced_thread_t;

typedef struct
{
    wiced_sim_handle_t sim;
} wiced_semaphore_t;

typedef struct
{
    wiced_sim_handle_t sim;
} wiced_mutex_t;

typedef struct
{
    wiced_sim_handle_t sim;
} wiced_queue_t;

typedef struct
{
    wiced_sim_handle_t sim;
} wiced_event_flags_t;

typedef struct
{
    wiced_sim_handle_t sim;
} wiced_timer_t;

typedef struct
{
    wiced_sim_handle_t sim;
} wiced_worker_thread_t;

typedef struct
{
    wiced_sim_handle_t sim;
} wiced_timed_event_t;

extern wiced_worker_thread_t wiced_hardware_io_worker_thread;
extern wiced_worker_thread_t wiced_networking_worker_thread;

#define WICED_HARDWARE_IO_WORKER_THREAD ( &wiced_hardware_io_worker_thread )
#define WICED_NETWORKING_WORKER_THREAD ( &wiced_networking_worker_thread )

/* Where the program begins: a thread of priority 7. When it returns, the other threads go on. */
void application_start( void );

wiced_result_t wiced_rtos_create_thread( wiced_thread_t* thread, uint8_t priority, const char* name, wiced_thread_function_t function, uint32_t stack_size, void* arg );
wiced_result_t wiced_rtos_delete_thread( wiced_thread_t* thread );
wiced_result_t wiced_rtos_thread_join( wiced_thread_t* thread );
wiced_result_t wiced_rtos_thread_force_awake( wiced_thread_t* thread );
wiced_result_t wiced_rtos_is_current_thread( wiced_thread_t* thread );
wiced_result_t wiced_rtos_thread_yield( void );
wiced_result_t wiced_rtos_delay_milliseconds( uint32_t milliseconds );
wiced_result_t wiced_rtos_delay_microseconds( uint32_t microseconds );

wiced_result_t wiced_rtos_init_semaphore( wiced_semaphore_t* semaphore );
wiced_result_t wiced_rtos_set_semaphore( wiced_semaphore_t* semaphore );
wiced_result_t wiced_rtos_get_semaphore( wiced_semaphore_t* semaphore, uint32_t timeout_ms );
wiced_result_t wiced_rtos_deinit_semaphore( wiced_semaphore_t* semaphore );

wiced_result_t wiced_rtos_init_mutex( wiced_mutex_t* mutex );
wiced_result_t wiced_rtos_lock_mutex( wiced_mutex_t* mutex );
wiced_result_t wiced_rtos_unlock_mutex( wiced_mutex_t* mutex );
wiced_result_t wiced_rtos_deinit_mutex( wiced_mutex_t* mutex );

wiced_result_t wiced_rtos_init_queue( wiced_queue_t* queue, const char* name, uint32_t message_size, uint32_t number_of_messages );
wiced_result_t wiced_rtos_push_to_queue( wiced_queue_t* queue, void* message, uint32_t timeout_ms );
wiced_result_t wiced_rtos_pop_from_queue( wiced_queue_t* queue, void* message, uint32_t timeout_ms );
wiced_result_t wiced_rtos_deinit_queue( wiced_queue_t* queue );
wiced_result_t wiced_rtos_is_queue_empty( wiced_queue_t* queue );
wiced_result_t wiced_rtos_is_queue_full( wiced_queue_t* queue );
wiced_result_t wiced_rtos_get_queue_occupancy( wiced_queue_t* queue, uint32_t* count );

wiced_result_t wiced_rtos_init_timer( wiced_timer_t* timer, uint32_t time_ms, timer_handler_t function, void* arg );
wiced_result_t wiced_rtos_start_timer( wiced_timer_t* timer );
wiced_result_t wiced_rtos_stop_timer( wiced_timer_t* timer );
wiced_result_t wiced_rtos_deinit_timer( wiced_timer_t* timer );
wiced_result_t wiced_rtos_is_timer_running( wiced_timer_t* timer );

wiced_result_t wiced_rtos_init_event_flags( wiced_event_flags_t* event_flags );
wiced_result_t wiced_rtos_deinit_event_flags( wiced_event_flags_t* event_flags );
wiced_result_t wiced_rtos_set_event_flags( wiced_event_flags_t* event_flags, uint32_t flags_to_set );
wiced_result_t wiced_rtos_wait_for_event_flags( wiced_event_flags_t* event_flags, uint32_t flags_to_wait_for, uint32_t* flags_set, wiced_bool_t clear_set_flags, wiced_event_flags_wait_option_t wait_option, uint32_t timeout_ms );

wiced_result_t wiced_rtos_create_worker_thread( wiced_worker_thread_t* worker_thread, uint8_t priority, uint32_t stack_size, uint32_t event_queue_size );
wiced_result_t wiced_rtos_delete_worker_thread( wiced_worker_thread_t* worker_thread );
wiced_result_t wiced_rtos_send_asynchronous_event( wiced_worker_thread_t* worker_thread, event_handler_t function, void* arg );
wiced_result_t wiced_rtos_register_timed_event( wiced_timed_event_t* event_object, wiced_worker_thread_t* worker_thread, event_handler_t function, uint32_t time_ms, void* arg );
wiced_result_t wiced_rtos_deregister_timed_event( wiced_timed_event_t* event_object );
