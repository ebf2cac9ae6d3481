package org.wicedsim.wiced;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wicedsim.hal.DctSection;
import org.wicedsim.hal.Ipv4Address;
import org.wicedsim.hal.MacAddress;
import org.wicedsim.hal.ManualClock;
import org.wicedsim.wiced.testing.Bench;
import org.wicedsim.wiced.testing.Peer;

/// `wiced_network_up` and its relatives, as the console and the firmware see them (SPEC 3.7). The
/// bench's boards have STA up.
class NetworkUpTest {
  private static final Ipv4Address OTHER = Ipv4Address.of(198, 51, 100, 40);
  private static final Ipv4Address NETMASK = Ipv4Address.of(255, 255, 0, 0);
  private static final Ipv4Address GATEWAY = Ipv4Address.of(198, 51, 100, 2);

  @RegisterExtension final Bench bench = new Bench();

  private final Bench.Played played = bench.play(new ManualClock());
  private final Wiced wiced = played.wiced();
  private final Network network = wiced.network();
  private final List<String> heard = new CopyOnWriteArrayList<>();

  @Test
  void theConsoleShowsEachStepInOrder() {
    assertThat(played.log().console().lines())
        .containsExactly(
            "Joining : wiced-sim",
            "Successfully joined : wiced-sim",
            "Obtaining IPv4 address via DHCP",
            "IPv4 network ready IP: 198.51.100.14",
            "Setting IPv6 link-local address",
            "IPv6 network is not ready");
  }

  @Test
  void aStaticAddressIsNotAskedFor() {
    network.down(Interface.STA);

    network.up(Interface.STA, NetworkConfig.STATIC_IP, new IpSettings(OTHER, NETMASK, GATEWAY));

    assertThat(played.log().console()).containsOnlyOnce("Obtaining IPv4 address via DHCP");
    assertThat(network.ipv4Address(Interface.STA)).isEqualTo(OTHER);
    assertThat(network.netmask(Interface.STA)).isEqualTo(NETMASK);
    assertThat(network.gateway(Interface.STA)).isEqualTo(GATEWAY);
  }

  @Test
  void anInterfaceThatIsUpIgnoresOtherSettings() {
    assertThat(
            network.up(
                Interface.STA, NetworkConfig.STATIC_IP, new IpSettings(OTHER, NETMASK, GATEWAY)))
        .isEqualTo(WicedResult.SUCCESS);

    assertThat(network.ipv4Address(Interface.STA)).isEqualTo(Bench.BOARD);
  }

  @Test
  void withoutANetworkAddressesAreZero() {
    network.down(Interface.STA);

    assertThat(
            List.of(
                network.ipv4Address(Interface.STA),
                network.netmask(Interface.STA),
                network.gateway(Interface.STA)))
        .containsOnly(new Ipv4Address(0));
    assertThat(network.isIpUp(Interface.STA)).isFalse();
  }

  @Test
  void aSocketMayBeCreatedBeforeTheNetworkIsUp() {
    bench.listen(27_708, Peer.Client::readToEnd);
    network.down(Interface.STA);
    TcpSocket socket = wiced.tcp().createSocket(Interface.STA);

    network.up(Interface.STA, NetworkConfig.EXTERNAL_DHCP_SERVER);

    assertThat(socket.connect(Bench.SERVER, 27_708, 5_000)).isEqualTo(WicedResult.SUCCESS);
  }

  @Test
  void upDefaultBringsUpTheInterfaceOfTheDct() {
    network.down(Interface.STA);

    assertThat(network.upDefault(null)).isEqualTo(WicedResult.SUCCESS);

    assertThat(network.ipv4Address(Interface.STA)).isEqualTo(Bench.BOARD);
    assertThat(played.log().resultsOf("wiced_network_up_default"))
        .containsExactly(WicedResult.SUCCESS);
  }

  @Test
  void upDefaultGivesAnAccessPointItsSettings() {
    writeDefaultInterface(1);

    assertThat(network.upDefault(IpSettings.ofAccessPoint(OTHER))).isEqualTo(WicedResult.SUCCESS);

    assertThat(network.ipv4Address(Interface.AP)).isEqualTo(OTHER);
  }

  @Test
  void upDefaultOfAnAccessPointWithoutSettingsIsABadArgument() {
    writeDefaultInterface(1);

    assertThat(network.upDefault(null)).isEqualTo(WicedResult.BADARG);
  }

  @Test
  void upDefaultOfAnInterfaceThatTheBoardLacksIsABadOption() {
    writeDefaultInterface(2);

    assertThat(network.upDefault(null)).isEqualTo(WicedResult.BADOPTION);
    assertThat(WicedResult.BADOPTION.code()).isEqualTo(6);
  }

  @Test
  void linkCallbacksHearOfTheirInterfaceOnTheNetworkingWorker() {
    network.registerLinkCallback(Interface.STA, () -> hear("STA up"), () -> hear("STA down"));
    network.registerLinkCallback(Interface.ETHERNET, () -> hear("wired up"), null);

    network.down(Interface.STA);
    network.up(Interface.STA, NetworkConfig.EXTERNAL_DHCP_SERVER);
    network.up(Interface.ETHERNET, NetworkConfig.EXTERNAL_DHCP_SERVER);
    network.down(Interface.ETHERNET);

    await()
        .untilAsserted(() ->
            assertThat(heard).containsExactly("STA down: true", "STA up: true", "wired up: true"));
  }

  @Test
  void whatChangesNothingCallsNobody() {
    network.registerLinkCallback(Interface.STA, () -> hear("up"), () -> hear("down"));

    network.up(Interface.STA, NetworkConfig.EXTERNAL_DHCP_SERVER);
    network.down(Interface.STA);
    network.down(Interface.STA);
    network.registerLinkCallback(Interface.AP, () -> hear("last"), null);
    network.up(Interface.AP, NetworkConfig.STATIC_IP, IpSettings.ofAccessPoint(OTHER));

    await().until(() -> heard.contains("last: true"));
    assertThat(heard).containsExactly("down: true", "last: true");
  }

  @Test
  void anInterfaceTakesFiveLinkCallbacks() {
    for (int i = 0; i < 5; i++) {
      assertThat(network.registerLinkCallback(Interface.STA, null, null))
          .isEqualTo(WicedResult.SUCCESS);
    }

    assertThat(network.registerLinkCallback(Interface.STA, null, null))
        .isEqualTo(WicedResult.ERROR);
    assertThat(network.registerLinkCallback(Interface.AP, null, null))
        .isEqualTo(WicedResult.SUCCESS);
  }

  @Test
  void whoIsDeregisteredHearsNoMoreAndMakesRoom() {
    Runnable gone = () -> hear("gone");
    for (int i = 0; i < 5; i++) {
      network.registerLinkCallback(Interface.STA, gone, null);
      network.deregisterLinkCallback(Interface.STA, gone, null);
    }

    assertThat(network.registerLinkCallback(Interface.STA, null, () -> hear("down")))
        .isEqualTo(WicedResult.SUCCESS);
    network.down(Interface.STA);
    network.up(Interface.STA, NetworkConfig.EXTERNAL_DHCP_SERVER);
    network.down(Interface.STA);

    await().untilAsserted(() -> assertThat(heard).containsExactly("down: true", "down: true"));
  }

  @Test
  void theHostnameIsKeptInTheDct() {
    assertThat(network.hostname()).isEqualTo("wiced-sim");

    assertThat(network.setHostname("kitchen")).isEqualTo(WicedResult.SUCCESS);

    assertThat(network.hostname()).isEqualTo("kitchen");
    assertThat(played.board().hardware().dct().hostname()).isEqualTo("kitchen");
  }

  @Test
  void theMacAddressIsTheBoards() {
    assertThat(wiced.macAddress()).isEqualTo(MacAddress.parse("00:A0:50:0F:AC:2B"));
    assertThat(played.log().resultsOf("wiced_wifi_get_mac_address"))
        .containsExactly(WicedResult.SUCCESS);
  }

  private void hear(String what) {
    heard.add(what + ": " + wiced.rtos().networkingWorker().thread().isCurrent());
  }

  private void writeDefaultInterface(int number) {
    wiced.dct().write(new byte[] {(byte) number}, DctSection.NETWORK_CONFIG, 0);
  }
}
