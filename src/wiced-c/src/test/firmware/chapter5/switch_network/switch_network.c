/* Button 1 switches to the other of two networks by writing it to the DCT, where it stays.
 *
 * Prints: "on <name of the stored network>, security 4194310" at the start, then the same with the
 *         other name for each press: "on first, ..." and "on second, ...".
 * Lights: LED 1 is on in network "second".
 * Sends:  nothing. */
#include "wiced.h"

static wiced_semaphore_t presses;

static void button_pressed( void* arg )
{
    UNUSED_PARAMETER( arg );
    wiced_rtos_set_semaphore( &presses );
}

static void print_network( void )
{
    platform_dct_wifi_config_t* wifi;
    wiced_ap_info_t*            details;

    wiced_dct_read_lock( (void**) &wifi, WICED_FALSE, DCT_WIFI_CONFIG_SECTION, 0, sizeof( *wifi ) );
    details = &wifi->stored_ap_list[0].details;
    WPRINT_APP_INFO( ( "on %.*s, security %d\n", details->SSID.length, details->SSID.value, details->security ) );
    wiced_dct_read_unlock( wifi, WICED_FALSE );
}

static void store_network( const char* name, const char* passphrase )
{
    platform_dct_wifi_config_t* wifi;
    wiced_config_ap_entry_t*    entry;

    wiced_dct_read_lock( (void**) &wifi, WICED_TRUE, DCT_WIFI_CONFIG_SECTION, 0, sizeof( *wifi ) );
    entry                      = &wifi->stored_ap_list[0];
    entry->details.SSID.length = (uint8_t) strlen( name );
    memcpy( entry->details.SSID.value, name, strlen( name ) );
    entry->details.security    = WICED_SECURITY_WPA2_MIXED_PSK;
    entry->security_key_length = (uint8_t) strlen( passphrase );
    memcpy( entry->security_key, passphrase, strlen( passphrase ) );
    wiced_dct_write( wifi, DCT_WIFI_CONFIG_SECTION, 0, sizeof( *wifi ) );
    wiced_dct_read_unlock( wifi, WICED_TRUE );
}

void application_start( void )
{
    wiced_bool_t second = WICED_TRUE;

    wiced_init( );
    wiced_network_up( WICED_STA_INTERFACE, WICED_USE_EXTERNAL_DHCP_SERVER, NULL );
    print_network( );
    wiced_rtos_init_semaphore( &presses );
    wiced_gpio_input_irq_enable( WICED_BUTTON1, IRQ_TRIGGER_FALLING_EDGE, button_pressed, NULL );
    while ( 1 )
    {
        wiced_rtos_get_semaphore( &presses, WICED_WAIT_FOREVER );
        second = second ? WICED_FALSE : WICED_TRUE;
        wiced_network_down( WICED_STA_INTERFACE );
        store_network( second ? "second" : "first", second ? "the second one" : "the first one" );
        wiced_network_up( WICED_STA_INTERFACE, WICED_USE_EXTERNAL_DHCP_SERVER, NULL );
        print_network( );
        wiced_led_set_state( WICED_LED_INDEX_1, second ? WICED_LED_ON : WICED_LED_OFF );
    }
}
