/* linked_list.h. Whether a node is in the list already, or in another, nobody asks. */
#include "linked_list.h"

static void unlink_node( linked_list_node_t* node )
{
    node->prev = NULL;
    node->next = NULL;
}

static wiced_result_t link_between( linked_list_t* list, linked_list_node_t* before, linked_list_node_t* node,
                                    linked_list_node_t* behind )
{
    node->prev = before;
    node->next = behind;
    *( ( before == NULL ) ? &list->front : &before->next ) = node;
    *( ( behind == NULL ) ? &list->rear : &behind->prev ) = node;
    list->count++;
    return WICED_SUCCESS;
}

static wiced_result_t give( linked_list_node_t* node, linked_list_node_t** wanted )
{
    *wanted = node;
    return ( node == NULL ) ? WICED_NOT_FOUND : WICED_SUCCESS;
}

static void forget_all( linked_list_t* list )
{
    list->count = 0;
    list->front = NULL;
    list->rear = NULL;
}

static void take_out( linked_list_t* list, linked_list_node_t* node )
{
    *( ( node->prev == NULL ) ? &list->front : &node->prev->next ) = node->next;
    *( ( node->next == NULL ) ? &list->rear : &node->next->prev ) = node->prev;
    unlink_node( node );
    list->count--;
}

wiced_result_t linked_list_init( linked_list_t* list )
{
    if ( list == NULL )
    {
        return WICED_BADARG;
    }
    forget_all( list );
    return WICED_SUCCESS;
}

wiced_result_t linked_list_deinit( linked_list_t* list )
{
    if ( list == NULL )
    {
        return WICED_BADARG;
    }
    linked_list_node_t* node = list->front;
    while ( node != NULL )
    {
        linked_list_node_t* next = node->next;
        unlink_node( node );
        node = next;
    }
    forget_all( list );
    return WICED_SUCCESS;
}

wiced_result_t linked_list_get_count( linked_list_t* list, uint32_t* count )
{
    if ( list == NULL || count == NULL )
    {
        return WICED_BADARG;
    }
    *count = list->count;
    return WICED_SUCCESS;
}

wiced_result_t linked_list_set_node_data( linked_list_node_t* node, const void* data )
{
    if ( node == NULL )
    {
        return WICED_BADARG;
    }
    node->data = (void*) data;
    return WICED_SUCCESS;
}

wiced_result_t linked_list_get_node_data( linked_list_node_t* node, void** data )
{
    if ( node == NULL || data == NULL )
    {
        return WICED_BADARG;
    }
    *data = node->data;
    return WICED_SUCCESS;
}

wiced_result_t linked_list_get_front_node( linked_list_t* list, linked_list_node_t** front_node )
{
    if ( list == NULL || front_node == NULL )
    {
        return WICED_BADARG;
    }
    return give( list->front, front_node );
}

wiced_result_t linked_list_get_rear_node( linked_list_t* list, linked_list_node_t** rear_node )
{
    if ( list == NULL || rear_node == NULL )
    {
        return WICED_BADARG;
    }
    return give( list->rear, rear_node );
}

wiced_result_t linked_list_find_node( linked_list_t* list, linked_list_compare_callback_t callback, void* user_data,
                                      linked_list_node_t** node_found )
{
    if ( list == NULL || callback == NULL || node_found == NULL || list->count == 0 )
    {
        return WICED_BADARG;
    }
    for ( linked_list_node_t* node = list->front; node != NULL; node = node->next )
    {
        if ( callback( node, user_data ) == WICED_TRUE )
        {
            *node_found = node;
            return WICED_SUCCESS;
        }
    }
    return WICED_NOT_FOUND;
}

wiced_result_t linked_list_insert_node_at_front( linked_list_t* list, linked_list_node_t* node )
{
    if ( list == NULL || node == NULL )
    {
        return WICED_BADARG;
    }
    return link_between( list, NULL, node, list->front );
}

wiced_result_t linked_list_insert_node_at_rear( linked_list_t* list, linked_list_node_t* node )
{
    if ( list == NULL || node == NULL )
    {
        return WICED_BADARG;
    }
    return link_between( list, list->rear, node, NULL );
}

wiced_result_t linked_list_insert_node_before( linked_list_t* list, linked_list_node_t* reference_node,
                                               linked_list_node_t* node_to_insert )
{
    if ( list == NULL || reference_node == NULL || node_to_insert == NULL || list->count == 0 )
    {
        return WICED_BADARG;
    }
    return link_between( list, reference_node->prev, node_to_insert, reference_node );
}

wiced_result_t linked_list_insert_node_after( linked_list_t* list, linked_list_node_t* reference_node,
                                              linked_list_node_t* node_to_insert )
{
    if ( list == NULL || reference_node == NULL || node_to_insert == NULL || list->count == 0 )
    {
        return WICED_BADARG;
    }
    return link_between( list, reference_node, node_to_insert, reference_node->next );
}

/* A list of one node becomes empty, whichever node is named. */
wiced_result_t linked_list_remove_node( linked_list_t* list, linked_list_node_t* node )
{
    if ( list == NULL || node == NULL )
    {
        return WICED_BADARG;
    }
    if ( list->count == 0 )
    {
        return WICED_NOT_FOUND;
    }
    if ( list->count == 1 )
    {
        unlink_node( node );
        forget_all( list );
        return WICED_SUCCESS;
    }
    int taken_out_before = ( node->prev == NULL && node != list->front ) || ( node->next == NULL && node != list->rear );
    if ( taken_out_before )
    {
        return WICED_BADARG;
    }
    take_out( list, node );
    return WICED_SUCCESS;
}

wiced_result_t linked_list_remove_node_from_front( linked_list_t* list, linked_list_node_t** removed_node )
{
    if ( list == NULL || removed_node == NULL || list->front == NULL )
    {
        return WICED_BADARG;
    }
    *removed_node = list->front;
    take_out( list, list->front );
    return WICED_SUCCESS;
}

wiced_result_t linked_list_remove_node_from_rear( linked_list_t* list, linked_list_node_t** removed_node )
{
    if ( list == NULL || removed_node == NULL )
    {
        return WICED_BADARG;
    }
    if ( list->rear == NULL )
    {
        return WICED_NOT_FOUND;
    }
    *removed_node = list->rear;
    take_out( list, list->rear );
    return WICED_SUCCESS;
}
