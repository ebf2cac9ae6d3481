#include "wiced.h"
#include "wiced_tls.h"

/* Names that POSIX has too, and that wiced.h leaves to the program. */
wiced_tcp_socket_t socket;
int connect;
int bind;
int listen;
int accept;
int send;
int recv;
int read;
int write;
int close;
int time;
int signal;
int timer;
int sleep;
