/* Who the board is on its network.
 *
 * Prints: "netmask <n>", "gateway <n>", "IP 198.51.100.14", "MAC 00:A0:50:0F:AC:2B",
 *         "wwep.ww101.cypress.com is 198.51.100.3", "nobody.example: 4", "ping of myself: 0".
 * Lights: nothing.
 * Sends:  nothing. */
#include "wiced.h"

#define SERVER_NAME "wwep.ww101.cypress.com"
#define LOOKUP_TIMEOUT_MS ( 1000 )
#define PING_TIMEOUT_MS ( 1000 )

static void print_address( const char* name, wiced_ip_address_t address )
{
    WPRINT_APP_INFO( ( "%s " IPV4_PRINT_FORMAT "\n", name, IPV4_SPLIT_TO_PRINT( address ) ) );
}

void application_start( void )
{
    wiced_ip_address_t address;
    wiced_ip_address_t server;
    wiced_mac_t        mac;
    uint32_t           elapsed_ms;

    wiced_init( );
    wiced_network_up( WICED_STA_INTERFACE, WICED_USE_EXTERNAL_DHCP_SERVER, NULL );
    wiced_ip_get_netmask( WICED_STA_INTERFACE, &address );
    print_address( "netmask", address );
    wiced_ip_get_gateway_address( WICED_STA_INTERFACE, &address );
    print_address( "gateway", address );
    wiced_ip_get_ipv4_address( WICED_STA_INTERFACE, &address );
    print_address( "IP", address );
    wiced_wifi_get_mac_address( &mac );
    WPRINT_APP_INFO( ( "MAC %02X:%02X:%02X:%02X:%02X:%02X\n", mac.octet[0], mac.octet[1], mac.octet[2], mac.octet[3], mac.octet[4], mac.octet[5] ) );
    if ( wiced_hostname_lookup( SERVER_NAME, &server, LOOKUP_TIMEOUT_MS, WICED_STA_INTERFACE ) == WICED_SUCCESS )
    {
        print_address( SERVER_NAME " is", server );
    }
    WPRINT_APP_INFO( ( "nobody.example: %d\n", wiced_hostname_lookup( "nobody.example", &server, LOOKUP_TIMEOUT_MS, WICED_STA_INTERFACE ) ) );
    WPRINT_APP_INFO( ( "ping of myself: %d\n", wiced_ping( WICED_STA_INTERFACE, &address, PING_TIMEOUT_MS, &elapsed_ms ) ) );
}
