#include "wiced.h"

#include "conformance.h"

FUNCTION( linked_list_init, wiced_result_t ( * )( linked_list_t* ) );
FUNCTION( linked_list_deinit, wiced_result_t ( * )( linked_list_t* ) );
FUNCTION( linked_list_get_count, wiced_result_t ( * )( linked_list_t*, uint32_t* ) );
FUNCTION( linked_list_set_node_data, wiced_result_t ( * )( linked_list_node_t*, const void* ) );
FUNCTION( linked_list_get_node_data, wiced_result_t ( * )( linked_list_node_t*, void** ) );
FUNCTION( linked_list_get_front_node, wiced_result_t ( * )( linked_list_t*, linked_list_node_t** ) );
FUNCTION( linked_list_get_rear_node, wiced_result_t ( * )( linked_list_t*, linked_list_node_t** ) );
FUNCTION( linked_list_find_node, wiced_result_t ( * )( linked_list_t*, linked_list_compare_callback_t, void*, linked_list_node_t** ) );
FUNCTION( linked_list_insert_node_at_front, wiced_result_t ( * )( linked_list_t*, linked_list_node_t* ) );
FUNCTION( linked_list_insert_node_at_rear, wiced_result_t ( * )( linked_list_t*, linked_list_node_t* ) );
FUNCTION( linked_list_insert_node_before, wiced_result_t ( * )( linked_list_t*, linked_list_node_t*, linked_list_node_t* ) );
FUNCTION( linked_list_insert_node_after, wiced_result_t ( * )( linked_list_t*, linked_list_node_t*, linked_list_node_t* ) );
FUNCTION( linked_list_remove_node, wiced_result_t ( * )( linked_list_t*, linked_list_node_t* ) );
FUNCTION( linked_list_remove_node_from_front, wiced_result_t ( * )( linked_list_t*, linked_list_node_t** ) );
FUNCTION( linked_list_remove_node_from_rear, wiced_result_t ( * )( linked_list_t*, linked_list_node_t** ) );

TYPE( linked_list_compare_callback_t, wiced_bool_t ( * )( linked_list_node_t*, void* ) );
