#include "database.h"

typedef struct
{
    linked_list_node_t node;
    uint16_t           device;
    uint8_t            address;
    uint16_t           value;
} entry_t;

static linked_list_t entries;
static wiced_mutex_t access;

void database_init( void )
{
    linked_list_init( &entries );
    wiced_rtos_init_mutex( &access );
}

static wiced_bool_t is_same_register( linked_list_node_t* node, void* wanted )
{
    const entry_t* entry = node->data;
    const entry_t* key   = wanted;

    return ( entry->device == key->device && entry->address == key->address ) ? WICED_TRUE : WICED_FALSE;
}

/* NULL when there is none. */
static entry_t* find( uint16_t device, uint8_t address )
{
    entry_t             key = { .device = device, .address = address };
    linked_list_node_t* node;

    return ( linked_list_find_node( &entries, is_same_register, &key, &node ) == WICED_SUCCESS ) ? node->data : NULL;
}

wiced_bool_t database_read( uint16_t device, uint8_t address, uint16_t* value )
{
    entry_t* entry;

    wiced_rtos_lock_mutex( &access );
    entry = find( device, address );
    if ( entry != NULL )
    {
        *value = entry->value;
    }
    wiced_rtos_unlock_mutex( &access );
    return ( entry != NULL ) ? WICED_TRUE : WICED_FALSE;
}

void database_write( uint16_t device, uint8_t address, uint16_t value )
{
    entry_t* entry;

    wiced_rtos_lock_mutex( &access );
    entry = find( device, address );
    if ( entry == NULL )
    {
        entry          = MALLOC_OBJECT( "entry", entry_t );
        entry->device  = device;
        entry->address = address;
        linked_list_set_node_data( &entry->node, entry );
        linked_list_insert_node_at_rear( &entries, &entry->node );
    }
    entry->value = value;
    wiced_rtos_unlock_mutex( &access );
}
