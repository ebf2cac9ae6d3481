package org.wicedsim.wiced;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.wicedsim.hal.WifiSecurity.OPEN;
import static org.wicedsim.hal.WifiSecurity.WPA2_AES_PSK;
import static org.wicedsim.hal.WifiSecurity.WPA2_MIXED_PSK;
import static org.wicedsim.hal.WifiSecurity.WPA_TKIP_PSK;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wicedsim.hal.AccessPoint;
import org.wicedsim.hal.Ipv4Address;
import org.wicedsim.hal.LanDescription;
import org.wicedsim.hal.ManualClock;
import org.wicedsim.hal.WifiConfig;
import org.wicedsim.hal.WifiSecurity;
import org.wicedsim.wiced.testing.Bench;
import org.wicedsim.wiced.testing.TestBoard;

/// Joining access points (SPEC 2.6). A board that nobody configured stores `wiced-sim`, WPA2.
class WifiJoinTest {
  private static final String SSID = "wiced-sim";
  private static final String PASSPHRASE = "wiced-sim";
  private static final AccessPoint SOFT_AP = new AccessPoint("own", OPEN, "", 6);

  @RegisterExtension final Bench bench = new Bench();

  private final ManualClock clock = new ManualClock();

  @Test
  void withoutNamedAccessPointsAnyOneIsThere() {
    assertThat(join()).isEqualTo(WicedResult.SUCCESS);
  }

  @Test
  void theNamedAccessPointIsJoined() {
    assertThat(join(new AccessPoint(SSID, WPA2_MIXED_PSK, PASSPHRASE, 6)))
        .isEqualTo(WicedResult.SUCCESS);
  }

  @Test
  void aStationThatKnowsBothCiphersJoinsAnAccessPointWithOne() {
    assertThat(join(new AccessPoint(SSID, WPA2_AES_PSK, PASSPHRASE, 6)))
        .isEqualTo(WicedResult.SUCCESS);
  }

  @Test
  void anUnknownNameIsNotFoundAfterThreeRounds() {
    Joining joining = joining(new AccessPoint("elsewhere", WPA2_MIXED_PSK, PASSPHRASE, 6));

    assertThat(joining.failAfter(3)).isEqualTo(WicedResult.NETWORK_NOT_FOUND);
    assertThat(joining.board.log().awaitDiagnostic("join-failed")).contains(SSID, "elsewhere");
    assertThat(joining.board.log().console()).contains("Failed to join : " + SSID);
  }

  @Test
  void aWrongPassphraseFailsTheKeyExchangeAndIsNeverShown() {
    Joining joining = joining(new AccessPoint(SSID, WPA2_MIXED_PSK, "another secret", 6));

    assertThat(joining.failAfter(3)).isEqualTo(WicedResult.EAPOL_KEY_PACKET_M3_TIMEOUT);
    assertThat(joining.board.log().awaitDiagnostic("join-failed"))
        .contains("passphrase")
        .doesNotContain("another secret");
  }

  @Test
  void anotherProtectionIsNotFound() {
    for (WifiSecurity security : List.of(OPEN, WPA_TKIP_PSK)) {
      Joining joining = joining(new AccessPoint(SSID, security, PASSPHRASE, 6));

      assertThat(joining.failAfter(3)).isEqualTo(WicedResult.NETWORK_NOT_FOUND);
      assertThat(joining.board.log().awaitDiagnostic("join-failed")).contains(security.name());
    }
  }

  @Test
  void withoutAStoredAccessPointThereIsNoneToJoin() {
    WifiConfig none = new WifiConfig(List.of(), SOFT_AP, SOFT_AP, "US");
    CompletableFuture<WicedResult> result = new CompletableFuture<>();
    TestBoard board =
        bench.keep(
            TestBoard.start(
                TestBoard.course().withDct(TestBoard.course().dct().withWifi(none)),
                Map.of(),
                clock,
                bench.access(),
                joining(result)));

    assertThat(new Joining(board, result).failAfter(1)).isEqualTo(WicedResult.NO_STORED_AP_IN_DCT);
    assertThat(board.log().awaitDiagnostic("no-stored-access-point")).contains("dct set");
  }

  @Test
  void hostsOfTheLanFileResolve() {
    Ipv4Address address = Ipv4Address.of(198, 51, 100, 99);
    Bench.Played played =
        bench.play(
            TestBoard.course(),
            clock,
            new LanAccess(
                bench.lan(),
                Bench.BOARD,
                Map.of(),
                new LanDescription(Map.of("printer.example", address), List.of())));

    assertThat(played.wiced().network().hostnameLookup("Printer.example", 1_000, Interface.STA))
        .isEqualTo(new Network.Lookup.Found(address));
  }

  private WicedResult join(AccessPoint... onAir) {
    return joining(onAir).result.join();
  }

  private Joining joining(AccessPoint... onAir) {
    CompletableFuture<WicedResult> result = new CompletableFuture<>();
    TestBoard board =
        bench.keep(
            TestBoard.start(
                TestBoard.course(),
                Map.of(),
                clock,
                new LanAccess(
                    bench.lan(),
                    Bench.BOARD,
                    Map.of(),
                    new LanDescription(Map.of(), List.of(onAir))),
                joining(result)));
    return new Joining(board, result);
  }

  private static Firmware joining(CompletableFuture<WicedResult> result) {
    return wiced ->
        result.complete(wiced.network().up(Interface.STA, NetworkConfig.EXTERNAL_DHCP_SERVER));
  }

  private final class Joining {
    private final TestBoard board;
    private final CompletableFuture<WicedResult> result;

    Joining(TestBoard board, CompletableFuture<WicedResult> result) {
      this.board = board;
      this.result = result;
    }

    /// Lets the time of this many failed attempts pass.
    WicedResult failAfter(int attempts) {
      for (int i = 0; i < attempts; i++) {
        await().until(() -> clock.pending() > 0);
        assertThat(result).isNotDone();
        clock.advance(Duration.ofMillis(WifiJoin.ATTEMPT_MS));
      }
      return result.join();
    }
  }
}
