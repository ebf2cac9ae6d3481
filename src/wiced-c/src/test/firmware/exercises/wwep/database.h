/* The registers of all devices: a linked list that starts empty. Any thread may use it, once it is
 * initialised. */
#pragma once

#include "wiced.h"

void database_init( void );

/* WICED_FALSE when the register was never written; value is left alone then. */
wiced_bool_t database_read( uint16_t device, uint8_t address, uint16_t* value );

void database_write( uint16_t device, uint8_t address, uint16_t value );
