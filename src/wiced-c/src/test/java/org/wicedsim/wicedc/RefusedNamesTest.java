package org.wicedsim.wicedc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wicedsim.wicedc.TestGcc.Result;

/// What gcc says of names that the SDK does not have, and of what the simulator does not have.
class RefusedNamesTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "wiced_tcp_packet_create, wiced_packet_create_tcp",
    "wiced_tcp_set_data_end, wiced_packet_set_data_end",
    "wiced_tcp_receive_buffer, wiced_tcp_receive or wiced_tcp_stream_read"
  })
  void aFunctionWithAWrongNameIsNamedRight(String wrong, String right) {
    Result result = calling(wrong);

    assertThat(result.exitCode()).isNotZero();
    assertThat(result.output())
        .contains("%s is not part of the SDK: did you mean %s?".formatted(wrong, right));
  }

  @ParameterizedTest
  @CsvSource({
    "wiced_adc_init, ADCs",
    "wiced_spi_transfer, SPI",
    "wiced_watchdog_kick, a watchdog",
    "wiced_udp_create_socket, UDP",
    "wiced_multicast_join, multicast",
    "wiced_wifi_scan_networks, a scan for networks",
    "wiced_wps_enrollee, WPS",
    "wiced_wifi_enable_powersave, power saving",
    "wiced_time_get_utc_time, a clock of the day",
    "wiced_platform_get_rtc_time, a clock of the day",
    "wiced_crypto_get_random, the crypto library"
  })
  void aFunctionThatIsNotSimulatedSaysSo(String function, String what) {
    Result result = calling(function);

    assertThat(result.exitCode()).isNotZero();
    assertThat(result.output())
        .contains(
            "%s is part of the SDK, and this simulator does not have %s".formatted(function, what));
  }

  @Test
  void theMisspeltTypeIsTheRightOneWithAWarning() {
    Result result =
        TestGcc.compileText(
            folder,
            """
            #include "wiced.h"

            Wiced_ip_address_t wrong;
            wiced_ip_address_t* right = &wrong;
            """);

    assertThat(result.exitCode()).isZero();
    assertThat(result.output())
        .contains("Wiced_ip_address_t is not part of the SDK: did you mean wiced_ip_address_t?");
  }

  private Result calling(String function) {
    return TestGcc.compileText(
        folder,
        """
        #include "wiced.h"

        void application_start( void )
        {
            int argument;
            %s( &argument, "text", 3 );
        }
        """
            .formatted(function));
  }
}
