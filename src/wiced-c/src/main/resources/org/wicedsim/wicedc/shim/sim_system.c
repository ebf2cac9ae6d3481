/* Start and end of the SDK, and what a program on a board cannot do. */
#include "sim_fiber.h"
#include "wiced.h"

wiced_result_t wiced_init( void )
{
    return (wiced_result_t) SIM_CALL( WICED_INIT, 0 );
}

wiced_result_t wiced_deinit( void )
{
    return (wiced_result_t) SIM_CALL( WICED_DEINIT, 0 );
}

/* There is no operating system to return to: on the board the calling thread hangs, and the others
 * go on. Weak: an application may have its own. */
__attribute__( ( weak, noreturn ) ) void exit( int status )
{
    sim_diagnose( "exit", "exit( %d ): a board has no operating system to return to, and this thread ends here", status );
    sim_end_thread( );
}
