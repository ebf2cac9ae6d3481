package org.wicedsim.wiced;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wicedsim.hal.Ipv4Address;
import org.wicedsim.hal.ManualClock;
import org.wicedsim.wiced.Network.Lookup;
import org.wicedsim.wiced.testing.Bench;
import org.wicedsim.wiced.testing.EventLog;

/// SPEC 2.6 and 3.7. The bench's boards have their network up.
class NetworkTest {
  @RegisterExtension final Bench bench = new Bench();

  private final Bench.Played played = bench.play(new ManualClock());
  private final Network network = played.wiced().network();

  @Test
  void upGivesTheBoardItsAddressAndSaysSo() {
    assertThat(network.isUp(Interface.STA)).isTrue();
    assertThat(network.ipv4Address(Interface.STA)).isEqualTo(Bench.BOARD);
    assertThat(played.log().all(WicedEvent.NetworkUp.class))
        .containsExactly(new WicedEvent.NetworkUp(Interface.STA, Bench.BOARD));
    assertThat(played.log().console()).contains("IPv4 network ready IP: 198.51.100.14\n");
  }

  @Test
  void upTwiceDoesNothingMore() {
    assertThat(network.up(Interface.STA, NetworkConfig.EXTERNAL_DHCP_SERVER))
        .isEqualTo(WicedResult.SUCCESS);

    assertThat(played.log().all(WicedEvent.NetworkUp.class)).hasSize(1);
    assertThat(played.log().console()).containsOnlyOnce("Joining : ");
  }

  @Test
  void downTwiceSucceedsAndIsOneEvent() {
    assertThat(network.down(Interface.STA)).isEqualTo(WicedResult.SUCCESS);
    assertThat(network.down(Interface.STA)).isEqualTo(WicedResult.SUCCESS);

    assertThat(network.isUp(Interface.STA)).isFalse();
    assertThat(played.log().all(WicedEvent.NetworkDown.class)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"wwep.wv101.cypress.com", "wwep.ww101.cypress.com", "WWEP.ww101.Cypress.com"})
  void theClassServersNamesResolve(String name) {
    assertThat(network.hostnameLookup(name, 1_000, Interface.STA))
        .isEqualTo(new Lookup.Found(Bench.SERVER));
  }

  @Test
  void fourOctetsAreTakenAsTheyAre() {
    assertThat(network.hostnameLookup("10.1.2.3", 1_000, Interface.STA))
        .isEqualTo(new Lookup.Found(Ipv4Address.of(10, 1, 2, 3)));
  }

  @Test
  void anUnknownNameIsAnErrorWithADiagnostic() {
    assertThat(network.hostnameLookup("no.such.host", 1_000, Interface.STA))
        .isEqualTo(new Lookup.Failed(WicedResult.ERROR));

    assertThat(played.log().awaitDiagnostic("unknown-host")).contains("no.such.host");
  }

  @Test
  void withoutANetworkNoNameResolves() {
    network.down(Interface.STA);

    assertThat(network.hostnameLookup("wwep.ww101.cypress.com", 1_000, Interface.STA))
        .isEqualTo(new Lookup.Failed(WicedResult.NOTUP));
    assertThat(network.hostnameLookup("10.1.2.3", 1_000, Interface.STA))
        .isEqualTo(new Lookup.Failed(WicedResult.NOTUP));
  }

  @Test
  void aConnectionOutlivesAShortLossOfTheNetwork() {
    bench.listen(
        27_708,
        client -> {
          client.send("A");
          return client.readToEnd();
        });
    TcpSocket socket = played.wiced().tcp().createSocket(Interface.STA);
    socket.connect(Bench.SERVER, 27_708, 5_000);
    TcpStream stream = played.wiced().tcp().streamInit(socket);
    network.down(Interface.STA);
    assertThat(stream.read(new byte[1], 60_000)).isEqualTo(WicedResult.NOTUP);

    network.up(Interface.STA, NetworkConfig.EXTERNAL_DHCP_SERVER);

    assertThat(stream.read(new byte[1], 60_000)).isEqualTo(WicedResult.SUCCESS);
  }

  @Test
  void everyCallIsAnEventWithItsResult() {
    network.isUp(Interface.STA);
    network.hostnameLookup("no.such.host", 1_000, Interface.STA);
    network.down(Interface.STA);

    List<WicedEvent.SdkCall> calls = played.log().calls();
    assertThat(calls)
        .startsWith(
            EventLog.call("wiced_network_up", "STA, EXTERNAL_DHCP_SERVER", WicedResult.SUCCESS))
        .endsWith(
            EventLog.call("wiced_network_is_up", "STA", WicedResult.SUCCESS),
            EventLog.call("wiced_hostname_lookup", "no.such.host, 1000, STA", WicedResult.ERROR),
            EventLog.call("wiced_network_down", "STA", WicedResult.SUCCESS));
  }
}
