/* Reads a text from the resources: whole, in pieces, and behind its end.
 *
 * Prints: "28 octets: A message of 28 octets here.", "message of 28 ", "behind the end: 4001".
 * Lights: nothing.
 * Sends:  nothing. The piece is cut by its maximum, which is a diagnostic. */
#include "resources.h"
#include "wiced.h"

void application_start( void )
{
    const char* text;
    char        piece[15] = "";
    uint32_t    size;

    wiced_init( );
    resource_get_readonly_buffer( &resources_text_DIR_message_txt, 0, 2048, &size, (const void**) &text );
    WPRINT_APP_INFO( ( "%u octets: %s\n", (unsigned int) resource_get_size( &resources_text_DIR_message_txt ), text ) );
    resource_free_readonly_buffer( &resources_text_DIR_message_txt, text );

    resource_read( &resources_text_DIR_message_txt, 2, sizeof( piece ) - 1, &size, piece );
    WPRINT_APP_INFO( ( "%s\n", piece ) );
    WPRINT_APP_INFO( ( "behind the end: %d\n", resource_read( &resources_text_DIR_message_txt, 29, 1, &size, piece ) ) );
}
