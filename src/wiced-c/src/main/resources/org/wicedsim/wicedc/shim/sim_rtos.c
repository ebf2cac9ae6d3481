/* wiced_rtos.h and wiced_time.h. */
#include "sim.h"
#include "wiced.h"

/* The memory of the board: no stack can be larger. */
#define BOARD_MEMORY ( 2u * 1024u * 1024u )

/* The number in an application's object, which may be NULL. */
#define SIM_NUMBER( object ) ( ( object ) != NULL ? sim_number( &( object )->sim ) : 0 )

/* Makes an application's object, which may be NULL, one that was never initialised. */
#define SIM_FORGET( object )                 \
    do                                       \
    {                                        \
        if ( ( object ) != NULL )            \
        {                                    \
            sim_keep( &( object )->sim, 0 ); \
        }                                    \
    } while ( 0 )

/* Java gives these the first numbers. */
wiced_worker_thread_t wiced_hardware_io_worker_thread = { .sim = { WICED_SIM_MAGIC, 1 } };
wiced_worker_thread_t wiced_networking_worker_thread  = { .sim = { WICED_SIM_MAGIC, 2 } };

/* The handle is there before the thread runs, since its function may look for it. */
wiced_result_t wiced_rtos_create_thread( wiced_thread_t* thread, uint8_t priority, const char* name, wiced_thread_function_t function, uint32_t stack_size, void* arg )
{
    void*        start = NULL;
    void*        end   = NULL;
    sim_stack_t* stack = ( stack_size <= BOARD_MEMORY ) ? sim_stack_create( stack_size, &start, &end ) : NULL;

    int64_t slots[] = { SIM_POINTER( stack ), priority, SIM_POINTER( name ), stack_size,
                        SIM_POINTER( function ), SIM_POINTER( arg ), SIM_POINTER( sim_stack_delete ) };
    wiced_result_t result = (wiced_result_t) SIM_CALL_SLOTS( WICED_RTOS_CREATE_THREAD, slots );
    if ( result != WICED_SUCCESS )
    {
        sim_stack_delete( stack );
        return result;
    }
    thread->handle.tx_thread_stack_start = start;
    thread->handle.tx_thread_stack_end   = end;
    thread->stack                        = start;
    sim_keep( &thread->sim, slots[ 0 ] );
    SIM_CALL( SIM_THREAD_START, slots[ 0 ] );
    return WICED_SUCCESS;
}

/* NULL is the calling thread. */
wiced_result_t wiced_rtos_delete_thread( wiced_thread_t* thread )
{
    int64_t        slots[] = { SIM_NUMBER( thread ), thread == NULL };
    wiced_result_t result  = (wiced_result_t) SIM_CALL_SLOTS( WICED_RTOS_DELETE_THREAD, slots );

    sim_stack_delete( (sim_stack_t*) (intptr_t) slots[ 0 ] );
    if ( result == WICED_SUCCESS && thread != NULL )
    {
        thread->stack = NULL;
        sim_keep( &thread->sim, 0 );
    }
    return result;
}

wiced_result_t wiced_rtos_thread_join( wiced_thread_t* thread )
{
    return (wiced_result_t) SIM_CALL( WICED_RTOS_THREAD_JOIN, SIM_NUMBER( thread ) );
}

wiced_result_t wiced_rtos_thread_force_awake( wiced_thread_t* thread )
{
    return (wiced_result_t) SIM_CALL( WICED_RTOS_THREAD_FORCE_AWAKE, SIM_NUMBER( thread ) );
}

wiced_result_t wiced_rtos_is_current_thread( wiced_thread_t* thread )
{
    return (wiced_result_t) SIM_CALL( WICED_RTOS_IS_CURRENT_THREAD, SIM_NUMBER( thread ) );
}

wiced_result_t wiced_rtos_thread_yield( void )
{
    return (wiced_result_t) SIM_CALL( WICED_RTOS_THREAD_YIELD, 0 );
}

wiced_result_t wiced_rtos_delay_milliseconds( uint32_t milliseconds )
{
    return (wiced_result_t) SIM_CALL( WICED_RTOS_DELAY_MILLISECONDS, milliseconds );
}

wiced_result_t wiced_rtos_delay_microseconds( uint32_t microseconds )
{
    return (wiced_result_t) SIM_CALL( WICED_RTOS_DELAY_MICROSECONDS, microseconds );
}

wiced_result_t wiced_rtos_init_semaphore( wiced_semaphore_t* semaphore )
{
    int64_t        slots[] = { 0 };
    wiced_result_t result  = (wiced_result_t) SIM_CALL_SLOTS( WICED_RTOS_INIT_SEMAPHORE, slots );

    sim_keep( &semaphore->sim, slots[ 0 ] );
    return result;
}

wiced_result_t wiced_rtos_set_semaphore( wiced_semaphore_t* semaphore )
{
    return (wiced_result_t) SIM_CALL( WICED_RTOS_SET_SEMAPHORE, SIM_NUMBER( semaphore ) );
}

wiced_result_t wiced_rtos_get_semaphore( wiced_semaphore_t* semaphore, uint32_t timeout_ms )
{
    return (wiced_result_t) SIM_CALL( WICED_RTOS_GET_SEMAPHORE, SIM_NUMBER( semaphore ), timeout_ms );
}

wiced_result_t wiced_rtos_deinit_semaphore( wiced_semaphore_t* semaphore )
{
    wiced_result_t result = (wiced_result_t) SIM_CALL( WICED_RTOS_DEINIT_SEMAPHORE, SIM_NUMBER( semaphore ) );

    SIM_FORGET( semaphore );
    return result;
}

wiced_result_t wiced_rtos_init_mutex( wiced_mutex_t* mutex )
{
    int64_t        slots[] = { 0 };
    wiced_result_t result  = (wiced_result_t) SIM_CALL_SLOTS( WICED_RTOS_INIT_MUTEX, slots );

    sim_keep( &mutex->sim, slots[ 0 ] );
    return result;
}

wiced_result_t wiced_rtos_lock_mutex( wiced_mutex_t* mutex )
{
    return (wiced_result_t) SIM_CALL( WICED_RTOS_LOCK_MUTEX, SIM_NUMBER( mutex ) );
}

wiced_result_t wiced_rtos_unlock_mutex( wiced_mutex_t* mutex )
{
    return (wiced_result_t) SIM_CALL( WICED_RTOS_UNLOCK_MUTEX, SIM_NUMBER( mutex ) );
}

wiced_result_t wiced_rtos_deinit_mutex( wiced_mutex_t* mutex )
{
    wiced_result_t result = (wiced_result_t) SIM_CALL( WICED_RTOS_DEINIT_MUTEX, SIM_NUMBER( mutex ) );

    SIM_FORGET( mutex );
    return result;
}

wiced_result_t wiced_rtos_init_queue( wiced_queue_t* queue, const char* name, uint32_t message_size, uint32_t number_of_messages )
{
    int64_t        slots[] = { 0, SIM_POINTER( name ), message_size, number_of_messages };
    wiced_result_t result  = (wiced_result_t) SIM_CALL_SLOTS( WICED_RTOS_INIT_QUEUE, slots );

    sim_keep( &queue->sim, slots[ 0 ] );
    return result;
}

wiced_result_t wiced_rtos_push_to_queue( wiced_queue_t* queue, void* message, uint32_t timeout_ms )
{
    return (wiced_result_t) SIM_CALL( WICED_RTOS_PUSH_TO_QUEUE, SIM_NUMBER( queue ), SIM_POINTER( message ), timeout_ms );
}

wiced_result_t wiced_rtos_pop_from_queue( wiced_queue_t* queue, void* message, uint32_t timeout_ms )
{
    return (wiced_result_t) SIM_CALL( WICED_RTOS_POP_FROM_QUEUE, SIM_NUMBER( queue ), SIM_POINTER( message ), timeout_ms );
}

wiced_result_t wiced_rtos_deinit_queue( wiced_queue_t* queue )
{
    wiced_result_t result = (wiced_result_t) SIM_CALL( WICED_RTOS_DEINIT_QUEUE, SIM_NUMBER( queue ) );

    SIM_FORGET( queue );
    return result;
}

wiced_result_t wiced_rtos_is_queue_empty( wiced_queue_t* queue )
{
    return (wiced_result_t) SIM_CALL( WICED_RTOS_IS_QUEUE_EMPTY, SIM_NUMBER( queue ) );
}

wiced_result_t wiced_rtos_is_queue_full( wiced_queue_t* queue )
{
    return (wiced_result_t) SIM_CALL( WICED_RTOS_IS_QUEUE_FULL, SIM_NUMBER( queue ) );
}

wiced_result_t wiced_rtos_get_queue_occupancy( wiced_queue_t* queue, uint32_t* count )
{
    int64_t        slots[] = { SIM_NUMBER( queue ) };
    wiced_result_t result  = (wiced_result_t) SIM_CALL_SLOTS( WICED_RTOS_GET_QUEUE_OCCUPANCY, slots );

    *count = (uint32_t) slots[ 0 ];
    return result;
}

wiced_result_t wiced_rtos_init_timer( wiced_timer_t* timer, uint32_t time_ms, timer_handler_t function, void* arg )
{
    int64_t        slots[] = { 0, time_ms, SIM_POINTER( function ), SIM_POINTER( arg ) };
    wiced_result_t result  = (wiced_result_t) SIM_CALL_SLOTS( WICED_RTOS_INIT_TIMER, slots );

    sim_keep( &timer->sim, slots[ 0 ] );
    return result;
}

wiced_result_t wiced_rtos_start_timer( wiced_timer_t* timer )
{
    return (wiced_result_t) SIM_CALL( WICED_RTOS_START_TIMER, SIM_NUMBER( timer ) );
}

wiced_result_t wiced_rtos_stop_timer( wiced_timer_t* timer )
{
    return (wiced_result_t) SIM_CALL( WICED_RTOS_STOP_TIMER, SIM_NUMBER( timer ) );
}

wiced_result_t wiced_rtos_deinit_timer( wiced_timer_t* timer )
{
    wiced_result_t result = (wiced_result_t) SIM_CALL( WICED_RTOS_DEINIT_TIMER, SIM_NUMBER( timer ) );

    SIM_FORGET( timer );
    return result;
}

wiced_result_t wiced_rtos_is_timer_running( wiced_timer_t* timer )
{
    return (wiced_result_t) SIM_CALL( WICED_RTOS_IS_TIMER_RUNNING, SIM_NUMBER( timer ) );
}

wiced_result_t wiced_rtos_init_event_flags( wiced_event_flags_t* event_flags )
{
    int64_t        slots[] = { 0 };
    wiced_result_t result  = (wiced_result_t) SIM_CALL_SLOTS( WICED_RTOS_INIT_EVENT_FLAGS, slots );

    sim_keep( &event_flags->sim, slots[ 0 ] );
    return result;
}

wiced_result_t wiced_rtos_deinit_event_flags( wiced_event_flags_t* event_flags )
{
    wiced_result_t result = (wiced_result_t) SIM_CALL( WICED_RTOS_DEINIT_EVENT_FLAGS, SIM_NUMBER( event_flags ) );

    SIM_FORGET( event_flags );
    return result;
}

wiced_result_t wiced_rtos_set_event_flags( wiced_event_flags_t* event_flags, uint32_t flags_to_set )
{
    return (wiced_result_t) SIM_CALL( WICED_RTOS_SET_EVENT_FLAGS, SIM_NUMBER( event_flags ), flags_to_set );
}

wiced_result_t wiced_rtos_wait_for_event_flags( wiced_event_flags_t* event_flags, uint32_t flags_to_wait_for, uint32_t* flags_set, wiced_bool_t clear_set_flags, wiced_event_flags_wait_option_t wait_option, uint32_t timeout_ms )
{
    int64_t        slots[] = { SIM_NUMBER( event_flags ), flags_to_wait_for, clear_set_flags, wait_option, timeout_ms };
    wiced_result_t result  = (wiced_result_t) SIM_CALL_SLOTS( WICED_RTOS_WAIT_FOR_EVENT_FLAGS, slots );

    if ( result == WICED_SUCCESS && flags_set != NULL )
    {
        *flags_set = (uint32_t) slots[ 0 ];
    }
    return result;
}

wiced_result_t wiced_rtos_create_worker_thread( wiced_worker_thread_t* worker_thread, uint8_t priority, uint32_t stack_size, uint32_t event_queue_size )
{
    int64_t        slots[] = { 0, priority, stack_size, event_queue_size };
    wiced_result_t result  = (wiced_result_t) SIM_CALL_SLOTS( WICED_RTOS_CREATE_WORKER_THREAD, slots );

    sim_keep( &worker_thread->sim, slots[ 0 ] );
    return result;
}

wiced_result_t wiced_rtos_delete_worker_thread( wiced_worker_thread_t* worker_thread )
{
    wiced_result_t result = (wiced_result_t) SIM_CALL( WICED_RTOS_DELETE_WORKER_THREAD, SIM_NUMBER( worker_thread ) );

    SIM_FORGET( worker_thread );
    return result;
}

wiced_result_t wiced_rtos_send_asynchronous_event( wiced_worker_thread_t* worker_thread, event_handler_t function, void* arg )
{
    return (wiced_result_t) SIM_CALL( WICED_RTOS_SEND_ASYNCHRONOUS_EVENT, SIM_NUMBER( worker_thread ),
                                      SIM_POINTER( function ), SIM_POINTER( arg ) );
}

wiced_result_t wiced_rtos_register_timed_event( wiced_timed_event_t* event_object, wiced_worker_thread_t* worker_thread, event_handler_t function, uint32_t time_ms, void* arg )
{
    int64_t        slots[] = { 0, SIM_NUMBER( worker_thread ), SIM_POINTER( function ), SIM_POINTER( arg ), time_ms };
    wiced_result_t result  = (wiced_result_t) SIM_CALL_SLOTS( WICED_RTOS_REGISTER_TIMED_EVENT, slots );

    sim_keep( &event_object->sim, slots[ 0 ] );
    return result;
}

wiced_result_t wiced_rtos_deregister_timed_event( wiced_timed_event_t* event_object )
{
    wiced_result_t result = (wiced_result_t) SIM_CALL( WICED_RTOS_DEREGISTER_TIMED_EVENT, SIM_NUMBER( event_object ) );

    SIM_FORGET( event_object );
    return result;
}

wiced_result_t wiced_time_get_time( wiced_time_t* time )
{
    int64_t        slots[] = { 0 };
    wiced_result_t result  = (wiced_result_t) SIM_CALL_SLOTS( WICED_TIME_GET_TIME, slots );

    *time = (wiced_time_t) slots[ 0 ];
    return result;
}

wiced_result_t wiced_time_set_time( const wiced_time_t* time )
{
    return (wiced_result_t) SIM_CALL( WICED_TIME_SET_TIME, *time );
}
