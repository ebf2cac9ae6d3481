package org.wicedsim.wicedc;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.wicedsim.hal.BoardDescription;
import org.wicedsim.hal.Resources;

/// The C files that the SDK's build would generate for an application on a board.
final class GeneratedSources {
  static final String BOARD_HEADER = "sim_board.h";

  /// Each Wi-Fi section has room for this many access points.
  private static final int STORED_APS = 5;

  private GeneratedSources() {}

  /// Which pins the board's parts have.
  static String boardHeader(BoardDescription board) {
    StringBuilder text = new StringBuilder("/* Generated: the board. */\n#pragma once\n\n");
    define(text, "SIM_PLATFORM", quoted(board.name()));
    define(text, "PLATFORM_LED_COUNT", board.leds().size());
    define(text, "PLATFORM_BUTTON_COUNT", board.buttons().size());
    for (int i = 0; i < board.leds().size(); i++) {
      define(text, "WICED_LED" + (i + 1), "WICED_GPIO_" + board.leds().get(i).pin());
    }
    for (int i = 0; i < board.buttons().size(); i++) {
      define(text, "WICED_BUTTON" + (i + 1), "WICED_GPIO_" + board.buttons().get(i).pin());
    }
    return text.toString();
  }

  /// All files by name; those that end in .c are to be compiled.
  static Map<String, String> of(Application application) {
    Map<String, String> files = new LinkedHashMap<>();
    List<String> symbols = application.resources().stream().map(Resources::symbolOf).toList();
    files.put("resources.h", resourcesHeader(symbols));
    files.put("sim_resources.c", resources(symbols));
    if (application.wifiHeader() != null) {
      files.put("sim_dct.c", wifiSection(application.wifiHeader()));
    }
    return files;
  }

  /// Writes files by name into a folder.
  static void write(Map<String, String> files, Path folder) throws IOException {
    Files.createDirectories(folder);
    for (Map.Entry<String, String> file : files.entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue(), StandardCharsets.UTF_8);
    }
  }

  private static String resourcesHeader(List<String> symbols) {
    StringBuilder text =
        new StringBuilder(
            """
            /* Generated: the resources of the application. */
            #pragma once

            #include "wiced_resource.h"

            """);
    symbols.forEach(symbol -> text.append("extern const resource_hnd_t %s;\n".formatted(symbol)));
    return text.toString();
  }

  /// Not constant here: they are filled when the board starts.
  private static String resources(List<String> symbols) {
    StringBuilder text =
        new StringBuilder("#include <stddef.h>\n#include \"wiced_resource.h\"\n\n");
    symbols.forEach(symbol -> text.append("resource_hnd_t %s;\n".formatted(symbol)));
    text.append("\nresource_hnd_t* const sim_resources[] =\n{\n");
    symbols.forEach(symbol -> text.append("    &%s,\n".formatted(symbol)));
    return text.append("    NULL\n};\n").toString();
  }

  private static String wifiSection(Path header) {
    StringBuilder text = new StringBuilder("#include \"wiced.h\"\n");
    text.append("#include %s\n\n".formatted(quoted(header.toString())));
    List<String> stored =
        IntStream.rangeClosed(1, STORED_APS)
            .mapToObj(i -> i == 1 ? "CLIENT_AP" : "CLIENT_AP_" + i)
            .toList();
    stored.forEach(ap -> defaults(text, ap));
    List.of("SOFT_AP", "CONFIG_AP").forEach(ap -> defaults(text, ap));
    text.append("const platform_dct_wifi_config_t sim_wifi_config =\n{\n");
    text.append("    .device_configured = WICED_TRUE,\n");
    for (int i = 0; i < STORED_APS; i++) {
      text.append(storedAp(i, stored.get(i)));
    }
    text.append(ownAp("soft_ap_settings", "SOFT_AP"));
    text.append(ownAp("config_ap_settings", "CONFIG_AP"));
    text.append("#ifdef WICED_COUNTRY_CODE\n    .country_code = WICED_COUNTRY_CODE,\n#endif\n");
    text.append("};\n\nconst unsigned sim_wifi_config_size = sizeof( sim_wifi_config );\n");
    return text.toString();
  }

  /// What a header may leave out, and what must not be too long.
  private static void defaults(StringBuilder text, String ap) {
    text.append(
        """
        #ifdef @_SSID
        #ifndef @_PASSPHRASE
        #define @_PASSPHRASE ""
        #endif
        #ifndef @_SECURITY
        #define @_SECURITY WICED_SECURITY_OPEN
        #endif
        #ifndef @_CHANNEL
        #define @_CHANNEL 1
        #endif
        #ifndef @_BSS_TYPE
        #define @_BSS_TYPE WICED_BSS_TYPE_INFRASTRUCTURE
        #endif
        #ifndef @_BAND
        #define @_BAND WICED_802_11_BAND_2_4GHZ
        #endif
        _Static_assert( sizeof( @_SSID ) - 1 <= 32, "@_SSID is longer than 32 octets" );
        _Static_assert( sizeof( @_PASSPHRASE ) - 1 <= 64, "@_PASSPHRASE is longer than 64 octets" );
        #endif

        """
            .replace("@", ap));
  }

  private static String storedAp(int index, String ap) {
    return """
    #ifdef @_SSID
        .stored_ap_list[%d] =
        {
            .details =
            {
                .SSID     = { sizeof( @_SSID ) - 1, @_SSID },
                .bss_type = @_BSS_TYPE,
                .security = @_SECURITY,
                .channel  = @_CHANNEL,
                .band     = @_BAND,
            },
            .security_key_length = sizeof( @_PASSPHRASE ) - 1,
            .security_key        = @_PASSPHRASE,
        },
    #endif
    """
        .formatted(index)
        .replace("@", ap);
  }

  private static String ownAp(String field, String ap) {
    return """
    #ifdef @_SSID
        .%s =
        {
            .SSID                = { sizeof( @_SSID ) - 1, @_SSID },
            .security            = @_SECURITY,
            .channel             = @_CHANNEL,
            .security_key_length = sizeof( @_PASSPHRASE ) - 1,
            .security_key        = @_PASSPHRASE,
            .details_valid       = CONFIG_VALIDITY_VALUE,
        },
    #endif
    """
        .formatted(field)
        .replace("@", ap);
  }

  private static void define(StringBuilder text, String name, Object value) {
    text.append("#define %s %s\n".formatted(name, value));
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
