/* A list of nodes that belong to the caller. Not thread-safe; a list of zeros is an empty list. */
#pragma once

#include <stdint.h>

#include "wiced_constants.h"
#include "wiced_result.h"

typedef struct linked_list_node linked_list_node_t;

struct linked_list_node
{
    void* data;
    linked_list_node_t* next;
    linked_list_node_t* prev;
};

typedef struct
{
    uint32_t count;
    linked_list_node_t* front;
    linked_list_node_t* rear;
} linked_list_t;

typedef wiced_bool_t ( *linked_list_compare_callback_t )( linked_list_node_t* node_to_compare, void* user_data );

wiced_result_t linked_list_init( linked_list_t* list );
wiced_result_t linked_list_deinit( linked_list_t* list );
wiced_result_t linked_list_get_count( linked_list_t* list, uint32_t* count );

wiced_result_t linked_list_set_node_data( linked_list_node_t* node, const void* data );
wiced_result_t linked_list_get_node_data( linked_list_node_t* node, void** data );

/* WICED_NOT_FOUND and NULL when the list is empty. */
wiced_result_t linked_list_get_front_node( linked_list_t* list, linked_list_node_t** front_node );
wiced_result_t linked_list_get_rear_node( linked_list_t* list, linked_list_node_t** rear_node );

/* The first node for which the callback says WICED_TRUE. WICED_NOT_FOUND when there is none, WICED_BADARG
 * when the list is empty. */
wiced_result_t linked_list_find_node( linked_list_t* list, linked_list_compare_callback_t callback, void* user_data, linked_list_node_t** node_found );

wiced_result_t linked_list_insert_node_at_front( linked_list_t* list, linked_list_node_t* node );
wiced_result_t linked_list_insert_node_at_rear( linked_list_t* list, linked_list_node_t* node );
wiced_result_t linked_list_insert_node_before( linked_list_t* list, linked_list_node_t* reference_node, linked_list_node_t* node_to_insert );
wiced_result_t linked_list_insert_node_after( linked_list_t* list, linked_list_node_t* reference_node, linked_list_node_t* node_to_insert );

wiced_result_t linked_list_remove_node( linked_list_t* list, linked_list_node_t* node );

/* On an empty list the first is WICED_BADARG, the second WICED_NOT_FOUND. */
wiced_result_t linked_list_remove_node_from_front( linked_list_t* list, linked_list_node_t** removed_node );
wiced_result_t linked_list_remove_node_from_rear( linked_list_t* list, linked_list_node_t** removed_node );
