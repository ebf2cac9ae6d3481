#include <string.h>

#include "check.h"
#include "linked_list.h"

static linked_list_node_t a;
static linked_list_node_t b;
static linked_list_node_t c;
static linked_list_t list;

static void empty( void )
{
    memset( &a, 0, sizeof( a ) );
    memset( &b, 0, sizeof( b ) );
    memset( &c, 0, sizeof( c ) );
    memset( &list, 0, sizeof( list ) );
    a.data = "a";
    b.data = "b";
    c.data = "c";
}

/* The list a, b, c. */
static void three( void )
{
    empty();
    linked_list_insert_node_at_rear( &list, &a );
    linked_list_insert_node_at_rear( &list, &b );
    linked_list_insert_node_at_rear( &list, &c );
}

/* Whether the nodes carry these letters: from the front, from the rear, and by their count. */
static int holds( const char* letters )
{
    uint32_t count = 0;
    linked_list_node_t* node = list.front;
    linked_list_node_t* before = NULL;
    while ( node != NULL && letters[count] != '\0' )
    {
        if ( *(const char*) node->data != letters[count] || node->prev != before )
        {
            return 0;
        }
        before = node;
        node = node->next;
        count++;
    }
    return node == NULL && letters[count] == '\0' && list.rear == before && list.count == count;
}

static int is_alone( const linked_list_node_t* node )
{
    return node->next == NULL && node->prev == NULL;
}

static wiced_bool_t carries( linked_list_node_t* node, void* letter )
{
    return ( strcmp( node->data, letter ) == 0 ) ? WICED_TRUE : WICED_FALSE;
}

static void ends( void )
{
    linked_list_node_t* node = &b;

    empty();
    CHECK( linked_list_get_front_node( &list, &node ) == WICED_NOT_FOUND && node == NULL );
    node = &b;
    CHECK( linked_list_get_rear_node( &list, &node ) == WICED_NOT_FOUND && node == NULL );
    three();
    CHECK( linked_list_get_front_node( &list, &node ) == WICED_SUCCESS && node == &a );
    CHECK( linked_list_get_rear_node( &list, &node ) == WICED_SUCCESS && node == &c );
}

static void search( void )
{
    linked_list_node_t* node = &c;

    empty();
    CHECK( linked_list_find_node( &list, carries, "a", &node ) == WICED_BADARG && node == &c );
    three();
    CHECK( linked_list_find_node( &list, carries, "b", &node ) == WICED_SUCCESS && node == &b );
    CHECK( linked_list_find_node( &list, carries, "x", &node ) == WICED_NOT_FOUND );
    b.data = "a";
    CHECK( linked_list_find_node( &list, carries, "a", &node ) == WICED_SUCCESS && node == &a );
    CHECK( linked_list_find_node( NULL, carries, "a", &node ) == WICED_BADARG );
    CHECK( linked_list_find_node( &list, NULL, "a", &node ) == WICED_BADARG );
    CHECK( linked_list_find_node( &list, carries, "a", NULL ) == WICED_BADARG );
}

static void insertion( void )
{
    empty();
    CHECK( linked_list_insert_node_before( &list, &a, &b ) == WICED_BADARG && holds( "" ) );
    CHECK( linked_list_insert_node_after( &list, &a, &b ) == WICED_BADARG && holds( "" ) );
    CHECK( linked_list_insert_node_at_front( &list, &b ) == WICED_SUCCESS && holds( "b" ) );
    CHECK( linked_list_insert_node_at_front( &list, &a ) == WICED_SUCCESS && holds( "ab" ) );
    CHECK( linked_list_insert_node_at_rear( &list, &c ) == WICED_SUCCESS && holds( "abc" ) );

    empty();
    linked_list_insert_node_at_rear( &list, &b );
    CHECK( linked_list_insert_node_before( &list, &b, &a ) == WICED_SUCCESS && holds( "ab" ) );
    CHECK( linked_list_insert_node_before( &list, &b, &c ) == WICED_SUCCESS && holds( "acb" ) );

    empty();
    linked_list_insert_node_at_rear( &list, &a );
    CHECK( linked_list_insert_node_after( &list, &a, &c ) == WICED_SUCCESS && holds( "ac" ) );
    CHECK( linked_list_insert_node_after( &list, &a, &b ) == WICED_SUCCESS && holds( "abc" ) );
}

static void removal( void )
{
    linked_list_node_t* node = &c;

    empty();
    CHECK( linked_list_remove_node( &list, &a ) == WICED_NOT_FOUND );
    CHECK( linked_list_remove_node_from_front( &list, &node ) == WICED_BADARG );
    CHECK( linked_list_remove_node_from_rear( &list, &node ) == WICED_NOT_FOUND );

    three();
    CHECK( linked_list_remove_node( &list, &b ) == WICED_SUCCESS && holds( "ac" ) && is_alone( &b ) );
    CHECK( linked_list_remove_node( &list, &b ) == WICED_BADARG && holds( "ac" ) );
    CHECK( linked_list_remove_node( &list, &c ) == WICED_SUCCESS && holds( "a" ) && is_alone( &c ) );
    CHECK( linked_list_remove_node( &list, &a ) == WICED_SUCCESS && holds( "" ) && is_alone( &a ) );

    three();
    CHECK( linked_list_remove_node( &list, &a ) == WICED_SUCCESS && holds( "bc" ) && is_alone( &a ) );

    three();
    CHECK( linked_list_remove_node_from_front( &list, &node ) == WICED_SUCCESS && node == &a && holds( "bc" ) );
    CHECK( linked_list_remove_node_from_rear( &list, &node ) == WICED_SUCCESS && node == &c && holds( "b" ) );
    CHECK( is_alone( &a ) && is_alone( &c ) );
    CHECK( linked_list_remove_node_from_rear( &list, &node ) == WICED_SUCCESS && node == &b && holds( "" ) );
    linked_list_insert_node_at_rear( &list, &a );
    CHECK( linked_list_remove_node_from_front( &list, &node ) == WICED_SUCCESS && node == &a && holds( "" ) );
}

static void whole_lists( void )
{
    uint32_t count = 7;

    three();
    CHECK( linked_list_get_count( &list, &count ) == WICED_SUCCESS && count == 3 );
    CHECK( linked_list_init( &list ) == WICED_SUCCESS && holds( "" ) && a.next == &b );
    three();
    CHECK( linked_list_deinit( &list ) == WICED_SUCCESS && holds( "" ) );
    CHECK( is_alone( &a ) && is_alone( &b ) && is_alone( &c ) );
}

static void node_data( void )
{
    void* data = NULL;

    empty();
    CHECK( linked_list_set_node_data( &a, &b ) == WICED_SUCCESS );
    CHECK( linked_list_get_node_data( &a, &data ) == WICED_SUCCESS && data == &b );
    CHECK( linked_list_set_node_data( NULL, &b ) == WICED_BADARG );
    CHECK( linked_list_get_node_data( NULL, &data ) == WICED_BADARG );
    CHECK( linked_list_get_node_data( &a, NULL ) == WICED_BADARG );
}

static void nulls( void )
{
    uint32_t count;
    linked_list_node_t* node;

    three();
    CHECK( linked_list_init( NULL ) == WICED_BADARG );
    CHECK( linked_list_deinit( NULL ) == WICED_BADARG );
    CHECK( linked_list_get_count( NULL, &count ) == WICED_BADARG );
    CHECK( linked_list_get_count( &list, NULL ) == WICED_BADARG );
    CHECK( linked_list_get_front_node( NULL, &node ) == WICED_BADARG );
    CHECK( linked_list_get_front_node( &list, NULL ) == WICED_BADARG );
    CHECK( linked_list_get_rear_node( NULL, &node ) == WICED_BADARG );
    CHECK( linked_list_get_rear_node( &list, NULL ) == WICED_BADARG );
    CHECK( linked_list_insert_node_at_front( NULL, &a ) == WICED_BADARG );
    CHECK( linked_list_insert_node_at_front( &list, NULL ) == WICED_BADARG );
    CHECK( linked_list_insert_node_at_rear( NULL, &a ) == WICED_BADARG );
    CHECK( linked_list_insert_node_at_rear( &list, NULL ) == WICED_BADARG );
    CHECK( linked_list_insert_node_before( NULL, &a, &b ) == WICED_BADARG );
    CHECK( linked_list_insert_node_before( &list, NULL, &b ) == WICED_BADARG );
    CHECK( linked_list_insert_node_before( &list, &a, NULL ) == WICED_BADARG );
    CHECK( linked_list_insert_node_after( NULL, &a, &b ) == WICED_BADARG );
    CHECK( linked_list_insert_node_after( &list, NULL, &b ) == WICED_BADARG );
    CHECK( linked_list_insert_node_after( &list, &a, NULL ) == WICED_BADARG );
    CHECK( linked_list_remove_node( NULL, &a ) == WICED_BADARG );
    CHECK( linked_list_remove_node( &list, NULL ) == WICED_BADARG );
    CHECK( linked_list_remove_node_from_front( NULL, &node ) == WICED_BADARG );
    CHECK( linked_list_remove_node_from_front( &list, NULL ) == WICED_BADARG );
    CHECK( linked_list_remove_node_from_rear( NULL, &node ) == WICED_BADARG );
    CHECK( linked_list_remove_node_from_rear( &list, NULL ) == WICED_BADARG );
    CHECK( holds( "abc" ) );
}

int main( void )
{
    ends();
    search();
    insertion();
    removal();
    whole_lists();
    node_data();
    nulls();
    return broken;
}
