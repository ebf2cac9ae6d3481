#include "wiced.h"

#include "conformance.h"

FUNCTION( wiced_rtos_create_thread, wiced_result_t ( * )( wiced_thread_t*, uint8_t, const char*, wiced_thread_function_t, uint32_t, void* ) );
FUNCTION( wiced_rtos_delete_thread, wiced_result_t ( * )( wiced_thread_t* ) );
FUNCTION( wiced_rtos_thread_join, wiced_result_t ( * )( wiced_thread_t* ) );
FUNCTION( wiced_rtos_thread_force_awake, wiced_result_t ( * )( wiced_thread_t* ) );
FUNCTION( wiced_rtos_is_current_thread, wiced_result_t ( * )( wiced_thread_t* ) );
FUNCTION( wiced_rtos_thread_yield, wiced_result_t ( * )( void ) );
FUNCTION( wiced_rtos_delay_milliseconds, wiced_result_t ( * )( uint32_t ) );
FUNCTION( wiced_rtos_delay_microseconds, wiced_result_t ( * )( uint32_t ) );
FUNCTION( wiced_rtos_init_semaphore, wiced_result_t ( * )( wiced_semaphore_t* ) );
FUNCTION( wiced_rtos_set_semaphore, wiced_result_t ( * )( wiced_semaphore_t* ) );
FUNCTION( wiced_rtos_deinit_semaphore, wiced_result_t ( * )( wiced_semaphore_t* ) );
FUNCTION( wiced_rtos_get_semaphore, wiced_result_t ( * )( wiced_semaphore_t*, uint32_t ) );
FUNCTION( wiced_rtos_init_mutex, wiced_result_t ( * )( wiced_mutex_t* ) );
FUNCTION( wiced_rtos_lock_mutex, wiced_result_t ( * )( wiced_mutex_t* ) );
FUNCTION( wiced_rtos_unlock_mutex, wiced_result_t ( * )( wiced_mutex_t* ) );
FUNCTION( wiced_rtos_deinit_mutex, wiced_result_t ( * )( wiced_mutex_t* ) );
FUNCTION( wiced_rtos_init_queue, wiced_result_t ( * )( wiced_queue_t*, const char*, uint32_t, uint32_t ) );
FUNCTION( wiced_rtos_push_to_queue, wiced_result_t ( * )( wiced_queue_t*, void*, uint32_t ) );
FUNCTION( wiced_rtos_pop_from_queue, wiced_result_t ( * )( wiced_queue_t*, void*, uint32_t ) );
FUNCTION( wiced_rtos_deinit_queue, wiced_result_t ( * )( wiced_queue_t* ) );
FUNCTION( wiced_rtos_is_queue_empty, wiced_result_t ( * )( wiced_queue_t* ) );
FUNCTION( wiced_rtos_is_queue_full, wiced_result_t ( * )( wiced_queue_t* ) );
FUNCTION( wiced_rtos_get_queue_occupancy, wiced_result_t ( * )( wiced_queue_t*, uint32_t* ) );
FUNCTION( wiced_rtos_init_timer, wiced_result_t ( * )( wiced_timer_t*, uint32_t, timer_handler_t, void* ) );
FUNCTION( wiced_rtos_start_timer, wiced_result_t ( * )( wiced_timer_t* ) );
FUNCTION( wiced_rtos_stop_timer, wiced_result_t ( * )( wiced_timer_t* ) );
FUNCTION( wiced_rtos_deinit_timer, wiced_result_t ( * )( wiced_timer_t* ) );
FUNCTION( wiced_rtos_is_timer_running, wiced_result_t ( * )( wiced_timer_t* ) );
FUNCTION( wiced_rtos_init_event_flags, wiced_result_t ( * )( wiced_event_flags_t* ) );
FUNCTION( wiced_rtos_deinit_event_flags, wiced_result_t ( * )( wiced_event_flags_t* ) );
FUNCTION( wiced_rtos_set_event_flags, wiced_result_t ( * )( wiced_event_flags_t*, uint32_t ) );
FUNCTION( wiced_rtos_wait_for_event_flags, wiced_result_t ( * )( wiced_event_flags_t*, uint32_t, uint32_t*, wiced_bool_t, wiced_event_flags_wait_option_t, uint32_t ) );
FUNCTION( wiced_rtos_create_worker_thread, wiced_result_t ( * )( wiced_worker_thread_t*, uint8_t, uint32_t, uint32_t ) );
FUNCTION( wiced_rtos_delete_worker_thread, wiced_result_t ( * )( wiced_worker_thread_t* ) );
FUNCTION( wiced_rtos_send_asynchronous_event, wiced_result_t ( * )( wiced_worker_thread_t*, event_handler_t, void* ) );
FUNCTION( wiced_rtos_register_timed_event, wiced_result_t ( * )( wiced_timed_event_t*, wiced_worker_thread_t*, event_handler_t, uint32_t, void* ) );
FUNCTION( wiced_rtos_deregister_timed_event, wiced_result_t ( * )( wiced_timed_event_t* ) );
FUNCTION( application_start, void ( * )( void ) );
FUNCTION( wiced_time_get_time, wiced_result_t ( * )( wiced_time_t* ) );
FUNCTION( wiced_time_set_time, wiced_result_t ( * )( const wiced_time_t* ) );

TYPE( wiced_thread_arg_t, uint32_t );
TYPE( wiced_thread_function_t, void ( * )( uint32_t ) );
TYPE( event_handler_t, wiced_result_t ( * )( void* ) );
TYPE( timer_handler_t, void ( * )( void* ) );
TYPE( __typeof__( WICED_HARDWARE_IO_WORKER_THREAD ), wiced_worker_thread_t* );
TYPE( __typeof__( WICED_NETWORKING_WORKER_THREAD ), wiced_worker_thread_t* );
