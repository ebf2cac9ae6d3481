package org.wicedsim.wiced;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wicedsim.hal.Ipv4Address;
import org.wicedsim.hal.ManualClock;
import org.wicedsim.wiced.testing.Bench;
import org.wicedsim.wiced.testing.Guest;
import org.wicedsim.wiced.testing.Peer;
import org.wicedsim.wiced.testing.TestBoard;

/// STA, AP and Ethernet, their addresses, and ping (SPEC 2.6, 3.7). The bench's boards have STA up.
class InterfacesTest {
  private static final int PORT = 27_708;
  private static final Ipv4Address OTHER = Ipv4Address.of(198, 51, 100, 40);
  private static final Ipv4Address NONE = new Ipv4Address(0);

  @RegisterExtension final Bench bench = new Bench();

  private final ManualClock clock = new ManualClock();
  private final Bench.Played played = bench.play(clock);
  private final Network network = played.wiced().network();

  /// The chapter's server: an access point at the class server's address.
  @Test
  void anAccessPointAtAnAddressOfTheLanIsReachedByItsStations() {
    assertThat(
            network.up(
                Interface.AP,
                NetworkConfig.INTERNAL_DHCP_SERVER,
                IpSettings.ofAccessPoint(Bench.SERVER)))
        .isEqualTo(WicedResult.SUCCESS);
    TcpSocket server = played.wiced().tcp().createSocket(Interface.AP);
    server.listen(PORT);

    bench.keep(Guest.connect(bench.lan(), OTHER, Bench.SERVER, PORT));

    assertThat(server.accept()).isEqualTo(WicedResult.SUCCESS);
    assertThat(network.ipv4Address(Interface.AP)).isEqualTo(Bench.SERVER);
    assertThat(network.ipv4Address(Interface.STA)).isEqualTo(Bench.BOARD);
  }

  @Test
  void anAccessPointElsewhereIsALanOfItsOwn() {
    Ipv4Address own = Ipv4Address.of(192, 168, 0, 1);
    assertThat(
            network.up(
                Interface.AP, NetworkConfig.INTERNAL_DHCP_SERVER, IpSettings.ofAccessPoint(own)))
        .isEqualTo(WicedResult.SUCCESS);

    assertThat(played.wiced().tcp().createSocket(Interface.AP).listen(PORT))
        .isEqualTo(WicedResult.SUCCESS);
    assertThat(played.wiced().tcp().createSocket(Interface.AP).connect(Bench.SERVER, PORT, 100))
        .isEqualTo(WicedResult.ERROR);
    assertThat(played.log().awaitDiagnostic("subnet-of-its-own")).contains("192.168.0.1");
  }

  @Test
  void anAccessPointGetsNoAddressFromTheLan() {
    assertThat(failsInTime(Interface.AP, NetworkConfig.EXTERNAL_DHCP_SERVER, null))
        .isEqualTo(WicedResult.ERROR);

    assertThat(network.isUp(Interface.AP)).isFalse();
    assertThat(played.log().console()).endsWith("Unable to obtain IP address via DHCP\n");
  }

  @Test
  void withoutSettingsThereIsNoStaticAddress() {
    assertThat(network.up(Interface.ETHERNET, NetworkConfig.STATIC_IP))
        .isEqualTo(WicedResult.BADARG);
  }

  @Test
  void aSecondInterfaceGetsTheNextFreeAddress() {
    network.up(Interface.ETHERNET, NetworkConfig.EXTERNAL_DHCP_SERVER);

    assertThat(network.ipv4Address(Interface.ETHERNET)).isNotIn(NONE, Bench.BOARD);
    assertThat(network.netmask(Interface.ETHERNET)).isEqualTo(Ipv4Address.of(255, 255, 255, 0));
    assertThat(network.gateway(Interface.ETHERNET)).isEqualTo(Ipv4Address.of(198, 51, 100, 1));
  }

  @Test
  void ethernetJoinsNoAccessPoint() {
    network.up(Interface.ETHERNET, NetworkConfig.EXTERNAL_DHCP_SERVER);

    assertThat(played.log().console()).containsOnlyOnce("Joining : ");
  }

  @Test
  void anAddressThatAnotherBoardHasIsRefused() {
    try (LanSeat _ = LanSeat.take(bench.lan(), OTHER)) {
      assertThat(failsInTime(Interface.ETHERNET, NetworkConfig.STATIC_IP, at(OTHER)))
          .isEqualTo(WicedResult.ERROR);
    }
    assertThat(played.log().awaitDiagnostic("address-taken")).contains("198.51.100.40");
  }

  @Test
  void anInterfaceThatWentDownGivesItsAddressBack() {
    network.up(Interface.ETHERNET, NetworkConfig.STATIC_IP, at(OTHER));
    assertThat(LanSeat.isTaken(bench.lan(), OTHER)).isTrue();

    network.down(Interface.ETHERNET);

    assertThat(LanSeat.isTaken(bench.lan(), OTHER)).isFalse();
    assertThat(network.ipv4Address(Interface.ETHERNET)).isEqualTo(NONE);
  }

  @Test
  void aBoardThatIsSwitchedOffGivesItsAddressesBack() {
    network.up(Interface.ETHERNET, NetworkConfig.STATIC_IP, at(OTHER));

    played.board().close();

    assertThat(LanSeat.isTaken(bench.lan(), OTHER)).isFalse();
  }

  @Test
  void aSocketSpeaksFromTheAddressOfItsInterface() {
    Peer<String> peer = bench.listen(PORT, client -> client.remote().getAddress().getHostAddress());
    network.up(Interface.ETHERNET, NetworkConfig.STATIC_IP, at(OTHER));
    TcpSocket socket = played.wiced().tcp().createSocket(Interface.ETHERNET);

    socket.connect(Bench.SERVER, PORT, 5_000);

    assertThat(peer.next()).isEqualTo(bench.lan().loopback(OTHER).getHostAddress());
  }

  @Test
  void aBoardThatIsThereAnswersAPing() {
    try (LanSeat _ = LanSeat.take(bench.lan(), OTHER)) {
      assertThat(network.ping(Interface.STA, OTHER, 1_000))
          .isEqualTo(new Network.Ping(WicedResult.SUCCESS, 0));
    }
  }

  @Test
  void theGatewayTheBoardItselfAndAClassServerAnswerAPing() {
    bench.listen(PORT, Peer.Client::readToEnd);

    for (Ipv4Address there : List.of(Bench.BOARD, Ipv4Address.of(198, 51, 100, 1), Bench.SERVER)) {
      assertThat(network.ping(Interface.STA, there, 1_000).result())
          .as("ping of %s", there)
          .isEqualTo(WicedResult.SUCCESS);
    }
  }

  @Test
  void nobodyAnswersAPingInVain() {
    CompletableFuture<Network.Ping> ping =
        CompletableFuture.supplyAsync(() -> network.ping(Interface.STA, OTHER, 1_000));
    await().until(() -> clock.pending() > 0);

    clock.advance(Duration.ofSeconds(1));

    assertThat(ping.join()).isEqualTo(new Network.Ping(WicedResult.TIMEOUT, 0));
  }

  @Test
  void withoutANetworkNobodyIsPinged() {
    network.down(Interface.STA);

    assertThat(network.ping(Interface.STA, Bench.SERVER, 1_000).result())
        .isEqualTo(WicedResult.NOTUP);
  }

  @Test
  void theHostnameHasUpTo32Characters() {
    assertThat(network.setHostname("a".repeat(32))).isEqualTo(WicedResult.SUCCESS);
    assertThat(network.setHostname("b".repeat(33))).isEqualTo(WicedResult.BADARG);
    assertThat(network.setHostname("")).isEqualTo(WicedResult.BADARG);
    assertThat(network.hostname()).isEqualTo("a".repeat(32));
  }

  @Test
  void theSdkCanBeEndedAndStartedAgain() {
    played.wiced().init();

    assertThat(played.wiced().deinit()).isEqualTo(WicedResult.SUCCESS);
    assertThat(network.isUp(Interface.STA)).isFalse();

    played.wiced().init();
    assertThat(network.up(Interface.STA, NetworkConfig.EXTERNAL_DHCP_SERVER))
        .isEqualTo(WicedResult.SUCCESS);
  }

  @Test
  void boardsOfDifferentLansDoNotMeet() {
    try (LanSeat elsewhere = LanSeat.takeFreeLan()) {
      Bench.Played far =
          bench.play(TestBoard.course(), clock, new LanAccess(elsewhere.lan(), OTHER, Map.of()));
      TcpSocket server = far.wiced().tcp().createSocket(Interface.STA);
      server.listen(PORT);

      assertThat(played.wiced().tcp().createSocket(Interface.STA).connect(OTHER, PORT, 1_000))
          .isEqualTo(WicedResult.SOCKET_CLOSED);
    }
  }

  /// A server asks for its network again and again: a refusal takes its 15 s.
  private WicedResult failsInTime(
      Interface on, NetworkConfig config, @Nullable IpSettings settings) {
    CompletableFuture<WicedResult> up =
        CompletableFuture.supplyAsync(() -> network.up(on, config, settings));
    await().until(() -> clock.pending() > 0);
    clock.advance(Duration.ofMillis(14_999));
    assertThat(up).isNotDone();
    clock.advance(Duration.ofMillis(1));
    return up.join();
  }

  private static IpSettings at(Ipv4Address address) {
    return new IpSettings(
        address, Ipv4Address.of(255, 255, 255, 0), Ipv4Address.of(198, 51, 100, 1));
  }
}
