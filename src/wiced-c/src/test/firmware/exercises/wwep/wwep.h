/* The WICED Wi-Fi Example Protocol, as the server sees it. */
#pragma once

#include "wiced.h"

#define WWEP_PORT ( 27708 )
#define WWEP_SECURE_PORT ( 40508 )

/* R<device><register>, and what W<device><register><value> has more. */
#define WWEP_READ_LENGTH ( 7 )
#define WWEP_VALUE_LENGTH ( 4 )
#define WWEP_WRITE_LENGTH ( WWEP_READ_LENGTH + WWEP_VALUE_LENGTH )

/* Room for a request or an answer and its NUL. */
#define WWEP_SIZE ( WWEP_WRITE_LENGTH + 1 )

/* Answers one request of a connection: reads it, writes the answer, prints both in a line.
 * kind: "plain" or "TLS". */
void wwep_serve( wiced_tcp_socket_t* socket, const char* kind );

/* The answer to a request, which is a string. For those that read requests themselves. */
void wwep_answer( const char* request, char* answer );
