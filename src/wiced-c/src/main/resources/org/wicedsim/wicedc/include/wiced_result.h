/* Result codes. Each family has its own numbers and shares the first few. */
#pragma once

#include <stdint.h>

/* WICED_SUCCESS, ... and those that all families share. */
#define WICED_SIM_RESULTS_COMMON( prefix ) \
    prefix##SUCCESS = 0, \
    prefix##PENDING = 1, \
    prefix##TIMEOUT = 2, \
    prefix##PARTIAL_RESULTS = 3, \
    prefix##ERROR = 4, \
    prefix##BADARG = 5, \
    prefix##BADOPTION = 6, \
    prefix##UNSUPPORTED = 7, \
    prefix##OUT_OF_HEAP_SPACE = 8

/* Of the Wi-Fi driver and the RTOS: WWD_... and WICED_WWD_... */
#define WICED_SIM_RESULTS_WWD( prefix ) \
    prefix##INVALID_KEY = 1004, \
    prefix##NOT_AUTHENTICATED = 1006, \
    prefix##SEMAPHORE_ERROR = 1014, \
    prefix##NETWORK_NOT_FOUND = 1024, \
    prefix##THREAD_CREATE_FAILED = 1031, \
    prefix##QUEUE_ERROR = 1032, \
    prefix##SLEEP_ERROR = 1037, \
    prefix##INTERFACE_NOT_UP = 1040, \
    prefix##WPA_KEYLEN_BAD = 1046, \
    prefix##THREAD_FINISH_FAIL = 1053, \
    prefix##WAIT_ABORTED = 1054, \
    prefix##EAPOL_KEY_PACKET_M3_TIMEOUT = 1062, \
    prefix##ACCESS_POINT_NOT_FOUND = 1066

/* RESOURCE_... and WICED_RESOURCE_... */
#define WICED_SIM_RESULTS_RESOURCE( prefix ) \
    prefix##OFFSET_TOO_BIG = 4001, \
    prefix##FILE_OPEN_FAIL = 4002, \
    prefix##FILE_SEEK_FAIL = 4003, \
    prefix##FILE_READ_FAIL = 4004

/* TLS_... and WICED_TLS_... */
#define WICED_SIM_RESULTS_TLS( prefix ) \
    prefix##RECEIVE_FAILED = 5001, \
    prefix##ALERT_NO_CERTIFICATE = 5002, \
    prefix##ERROR_OUT_OF_MEMORY = 5003, \
    prefix##ERROR_BAD_INPUT_DATA = 5005, \
    prefix##ERROR_NO_CIPHER_CHOSEN = 5010, \
    prefix##ERROR_CERTIFICATE_REQUIRED = 5014, \
    prefix##ERROR_PRIVATE_KEY_REQUIRED = 5015, \
    prefix##ERROR_CA_CHAIN_REQUIRED = 5016, \
    prefix##ERROR_FATAL_ALERT_MESSAGE = 5018, \
    prefix##ERROR_PEER_VERIFY_FAILED = 5019, \
    prefix##ERROR_PEER_CLOSE_NOTIFY = 5020, \
    prefix##ERROR_BAD_HS_CLIENT_HELLO = 5021, \
    prefix##ERROR_BAD_HS_SERVER_HELLO = 5022, \
    prefix##ERROR_BAD_HS_CERTIFICATE = 5023, \
    prefix##ERROR_BAD_HS_CERTIFICATE_REQUEST = 5024, \
    prefix##ERROR_BAD_HS_SERVER_KEY_EXCHANGE = 5025, \
    prefix##ERROR_BAD_HS_SERVER_HELLO_DONE = 5026, \
    prefix##ERROR_BAD_HS_CLIENT_KEY_EXCHANGE = 5027, \
    prefix##ERROR_BAD_HS_CERTIFICATE_VERIFY = 5028, \
    prefix##ERROR_BAD_HS_CHANGE_CIPHER_SPEC = 5029, \
    prefix##ERROR_BAD_HS_FINISHED = 5030, \
    prefix##HANDSHAKE_TIMEOUT = 5031, \
    prefix##HANDSHAKE_ERROR = 5032, \
    prefix##INIT_FAIL = 5033, \
    prefix##BAD_MESSAGE = 5034, \
    prefix##UNTRUSTED_CERTIFICATE = 5035, \
    prefix##EXPIRED_CERTIFICATE = 5036, \
    prefix##CERTIFICATE_NAME_MISMATCH = 5037, \
    prefix##ERROR_DECRYPTION_FAIL = 5038, \
    prefix##ERROR_ENCRYPTION_FAIL = 5039, \
    prefix##ERROR_HMAC_CHECK_FAIL = 5040, \
    prefix##CERTIFICATE_REVOKED = 5041, \
    prefix##NO_DATA = 5042

/* PLATFORM_... and WICED_PLATFORM_...; the spelling of the first is the SDK's. */
#define WICED_SIM_RESULTS_PLATFORM( prefix ) \
    prefix##UNINITLIASED = 6008, \
    prefix##INIT_FAIL = 6009

/* TCPIP_... and WICED_TCPIP_... */
#define WICED_SIM_RESULTS_TCPIP( prefix ) \
    prefix##INVALID_PACKET = 7008, \
    prefix##INVALID_SOCKET = 7009, \
    prefix##WAIT_ABORTED = 7010, \
    prefix##PORT_UNAVAILABLE = 7011, \
    prefix##IN_PROGRESS = 7012, \
    prefix##IP_ADDRESS_IS_NOT_READY = 7013, \
    prefix##SOCKET_CLOSED = 7014

typedef enum
{
    WICED_SIM_RESULTS_COMMON( WICED_ ),
    WICED_NOTUP = 9,
    WICED_UNFINISHED = 10,
    WICED_CONNECTION_LOST = 11,
    WICED_NOT_FOUND = 12,
    WICED_PACKET_BUFFER_CORRUPT = 13,
    WICED_ROUTING_ERROR = 14,
    WICED_BADVALUE = 15,
    WICED_WOULD_BLOCK = 16,
    WICED_ABORTED = 17,
    WICED_CONNECTION_RESET = 18,
    WICED_CONNECTION_CLOSED = 19,
    WICED_NOT_CONNECTED = 20,
    WICED_ADDRESS_IN_USE = 21,
    WICED_NETWORK_INTERFACE_ERROR = 22,
    WICED_ALREADY_CONNECTED = 23,
    WICED_INVALID_INTERFACE = 24,
    WICED_SOCKET_CREATE_FAIL = 25,
    WICED_INVALID_SOCKET = 26,
    WICED_CORRUPT_PACKET_BUFFER = 27,
    WICED_UNKNOWN_NETWORK_STACK_ERROR = 28,
    WICED_NO_STORED_AP_IN_DCT = 29,
    WICED_STA_JOIN_FAILED = 30,
    WICED_PACKET_BUFFER_OVERFLOW = 31,
    WICED_ALREADY_INITIALIZED = 32,
    WICED_UNINITIALIZED = 33,
    WICED_SIM_RESULTS_COMMON( WICED_WWD_ ),
    WICED_SIM_RESULTS_WWD( WICED_WWD_ ),
    WICED_SIM_RESULTS_COMMON( WICED_RESOURCE_ ),
    WICED_SIM_RESULTS_RESOURCE( WICED_RESOURCE_ ),
    WICED_SIM_RESULTS_COMMON( WICED_TLS_ ),
    WICED_SIM_RESULTS_TLS( WICED_TLS_ ),
    WICED_SIM_RESULTS_COMMON( WICED_PLATFORM_ ),
    WICED_SIM_RESULTS_PLATFORM( WICED_PLATFORM_ ),
    WICED_SIM_RESULTS_COMMON( WICED_TCPIP_ ),
    WICED_SIM_RESULTS_TCPIP( WICED_TCPIP_ )
} wiced_result_t;

typedef enum
{
    WICED_SIM_RESULTS_COMMON( WWD_ ),
    WICED_SIM_RESULTS_WWD( WWD_ )
} wwd_result_t;

typedef enum
{
    WICED_SIM_RESULTS_COMMON( RESOURCE_ ),
    WICED_SIM_RESULTS_RESOURCE( RESOURCE_ )
} resource_result_t;

typedef enum
{
    WICED_SIM_RESULTS_COMMON( TLS_ ),
    WICED_SIM_RESULTS_TLS( TLS_ )
} tls_result_t;

typedef enum
{
    WICED_SIM_RESULTS_COMMON( PLATFORM_ ),
    WICED_SIM_RESULTS_PLATFORM( PLATFORM_ )
} platform_result_t;

typedef enum
{
    WICED_SIM_RESULTS_COMMON( TCPIP_ ),
    WICED_SIM_RESULTS_TCPIP( TCPIP_ )
} tcpip_result_t;
