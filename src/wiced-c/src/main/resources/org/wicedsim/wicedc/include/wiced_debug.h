/* Prints, with double parentheses: WPRINT_APP_INFO( ( "%d\n", number ) );
 * The INFO ones print. The others print when the makefile says so:
 * GLOBAL_DEFINES += WPRINT_ENABLE_APP_DEBUG */
#pragma once

#include <stdio.h>

#define WPRINT_MACRO( args ) \
    do \
    { \
        printf args; \
    } while ( 0 )

#define WICED_SIM_PRINT_NOTHING \
    do \
    { \
    } while ( 0 )

#ifdef DEBUG
#define WICED_ASSERTION_FAIL_ACTION() __builtin_trap()
#else
#define WICED_ASSERTION_FAIL_ACTION() ( (void) 0 )
#endif

/* Stops a debug build when the condition does not hold; evaluates it in a release build. */
#define wiced_assert( error_string, assertion ) \
    do \
    { \
        if ( !( assertion ) ) \
        { \
            WICED_ASSERTION_FAIL_ACTION(); \
        } \
    } while ( 0 )

#define WPRINT_APP_INFO( args ) WPRINT_MACRO( args )
#define WPRINT_LIB_INFO( args ) WPRINT_MACRO( args )
#define WPRINT_NETWORK_INFO( args ) WPRINT_MACRO( args )
#define WPRINT_RTOS_INFO( args ) WPRINT_MACRO( args )
#define WPRINT_WICED_INFO( args ) WPRINT_MACRO( args )
#define WPRINT_PLATFORM_INFO( args ) WPRINT_MACRO( args )

#ifdef WPRINT_ENABLE_SECURITY_INFO
#define WPRINT_SECURITY_INFO( args ) WPRINT_MACRO( args )
#else
#define WPRINT_SECURITY_INFO( args ) WICED_SIM_PRINT_NOTHING
#endif

#ifdef WPRINT_ENABLE_WPS_INFO
#define WPRINT_WPS_INFO( args ) WPRINT_MACRO( args )
#else
#define WPRINT_WPS_INFO( args ) WICED_SIM_PRINT_NOTHING
#endif

#ifdef WPRINT_ENABLE_WEBSERVER_INFO
#define WPRINT_WEBSERVER_INFO( args ) WPRINT_MACRO( args )
#else
#define WPRINT_WEBSERVER_INFO( args ) WICED_SIM_PRINT_NOTHING
#endif

#ifdef WPRINT_ENABLE_APP_DEBUG
#define WPRINT_APP_DEBUG( args ) WPRINT_MACRO( args )
#else
#define WPRINT_APP_DEBUG( args ) WICED_SIM_PRINT_NOTHING
#endif

#ifdef WPRINT_ENABLE_LIB_DEBUG
#define WPRINT_LIB_DEBUG( args ) WPRINT_MACRO( args )
#else
#define WPRINT_LIB_DEBUG( args ) WICED_SIM_PRINT_NOTHING
#endif

#ifdef WPRINT_ENABLE_NETWORK_DEBUG
#define WPRINT_NETWORK_DEBUG( args ) WPRINT_MACRO( args )
#else
#define WPRINT_NETWORK_DEBUG( args ) WICED_SIM_PRINT_NOTHING
#endif

#ifdef WPRINT_ENABLE_RTOS_DEBUG
#define WPRINT_RTOS_DEBUG( args ) WPRINT_MACRO( args )
#else
#define WPRINT_RTOS_DEBUG( args ) WICED_SIM_PRINT_NOTHING
#endif

#ifdef WPRINT_ENABLE_WICED_DEBUG
#define WPRINT_WICED_DEBUG( args ) WPRINT_MACRO( args )
#else
#define WPRINT_WICED_DEBUG( args ) WICED_SIM_PRINT_NOTHING
#endif

#ifdef WPRINT_ENABLE_PLATFORM_DEBUG
#define WPRINT_PLATFORM_DEBUG( args ) WPRINT_MACRO( args )
#else
#define WPRINT_PLATFORM_DEBUG( args ) WICED_SIM_PRINT_NOTHING
#endif

#ifdef WPRINT_ENABLE_SECURITY_DEBUG
#define WPRINT_SECURITY_DEBUG( args ) WPRINT_MACRO( args )
#else
#define WPRINT_SECURITY_DEBUG( args ) WICED_SIM_PRINT_NOTHING
#endif

#ifdef WPRINT_ENABLE_WPS_DEBUG
#define WPRINT_WPS_DEBUG( args ) WPRINT_MACRO( args )
#else
#define WPRINT_WPS_DEBUG( args ) WICED_SIM_PRINT_NOTHING
#endif

#ifdef WPRINT_ENABLE_WEBSERVER_DEBUG
#define WPRINT_WEBSERVER_DEBUG( args ) WPRINT_MACRO( args )
#else
#define WPRINT_WEBSERVER_DEBUG( args ) WICED_SIM_PRINT_NOTHING
#endif

/* The ERROR ones are blocks: no semicolon is needed behind them. */
#ifdef WPRINT_ENABLE_APP_ERROR
#define WPRINT_APP_ERROR( args ) \
    { \
        WPRINT_MACRO( args ); \
    }
#else
#define WPRINT_APP_ERROR( args ) \
    { \
    }
#endif

#ifdef WPRINT_ENABLE_LIB_ERROR
#define WPRINT_LIB_ERROR( args ) \
    { \
        WPRINT_MACRO( args ); \
    }
#else
#define WPRINT_LIB_ERROR( args ) \
    { \
    }
#endif

#ifdef WPRINT_ENABLE_NETWORK_ERROR
#define WPRINT_NETWORK_ERROR( args ) \
    { \
        WPRINT_MACRO( args ); \
    }
#else
#define WPRINT_NETWORK_ERROR( args ) \
    { \
    }
#endif

#ifdef WPRINT_ENABLE_RTOS_ERROR
#define WPRINT_RTOS_ERROR( args ) \
    { \
        WPRINT_MACRO( args ); \
    }
#else
#define WPRINT_RTOS_ERROR( args ) \
    { \
    }
#endif

#ifdef WPRINT_ENABLE_WICED_ERROR
#define WPRINT_WICED_ERROR( args ) \
    { \
        WPRINT_MACRO( args ); \
    }
#else
#define WPRINT_WICED_ERROR( args ) \
    { \
    }
#endif

#ifdef WPRINT_ENABLE_PLATFORM_ERROR
#define WPRINT_PLATFORM_ERROR( args ) \
    { \
        WPRINT_MACRO( args ); \
    }
#else
#define WPRINT_PLATFORM_ERROR( args ) \
    { \
    }
#endif

#ifdef WPRINT_ENABLE_SECURITY_ERROR
#define WPRINT_SECURITY_ERROR( args ) \
    { \
        WPRINT_MACRO( args ); \
    }
#else
#define WPRINT_SECURITY_ERROR( args ) \
    { \
    }
#endif

#ifdef WPRINT_ENABLE_WPS_ERROR
#define WPRINT_WPS_ERROR( args ) \
    { \
        WPRINT_MACRO( args ); \
    }
#else
#define WPRINT_WPS_ERROR( args ) \
    { \
    }
#endif

#ifdef WPRINT_ENABLE_WEBSERVER_ERROR
#define WPRINT_WEBSERVER_ERROR( args ) \
    { \
        WPRINT_MACRO( args ); \
    }
#else
#define WPRINT_WEBSERVER_ERROR( args ) \
    { \
    }
#endif
