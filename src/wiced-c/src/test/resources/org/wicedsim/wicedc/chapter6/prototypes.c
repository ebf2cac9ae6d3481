/* The prototypes that the chapter prints. */
#include "wiced.h"

wiced_result_t wiced_packet_create_tcp(
    wiced_tcp_socket_t* socket,
    uint16_t content_length,
    wiced_packet_t** packet,
    uint8_t** data,
    uint16_t* available_space );

wiced_result_t
wiced_tcp_receive(
wiced_tcp_socket_t* socket,
wiced_packet_t** packet,
uint32_t timeout );

wiced_result_t wiced_packet_get_data(
wiced_packet_t* packet,
uint16_t offset,
uint8_t** data,
uint16_t* fragment_available_data_length,
uint16_t *total_available_data_length );
