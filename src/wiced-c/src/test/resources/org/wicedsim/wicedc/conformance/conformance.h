#pragma once

#define VALUE( name, value ) _Static_assert( ( name ) == ( value ), #name )

#define FUNCTION( name, ... ) \
    _Static_assert( __builtin_types_compatible_p( __typeof__( &name ), __VA_ARGS__ ), #name )

#define TYPE( name, ... ) _Static_assert( __builtin_types_compatible_p( name, __VA_ARGS__ ), #name )

#define FIELD( type, member, ... ) \
    _Static_assert( __builtin_types_compatible_p( __typeof__( ( (type*) 0 )->member ), __VA_ARGS__ ), #type "." #member )

#define OFFSET( type, member, offset ) \
    _Static_assert( __builtin_offsetof( type, member ) == ( offset ), #type "." #member )

#define SIZE( type, size ) _Static_assert( sizeof( type ) == ( size ), #type )
