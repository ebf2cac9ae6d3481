package org.wicedsim.wiced;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wicedsim.hal.Ipv4Address;
import org.wicedsim.hal.ManualClock;
import org.wicedsim.hal.SystemClock;
import org.wicedsim.wiced.testing.Bench;
import org.wicedsim.wiced.testing.Peer;
import org.wicedsim.wiced.testing.TestBoard;

/// SPEC 2.6. Where 127/8 is not whole these rules do not hold; Linux has it.
class VirtualLanTest {
  private static final int PORT = 27_708;

  @RegisterExtension final Bench bench = new Bench();

  @ParameterizedTest
  @CsvSource({
    "51, 198.51.100.3, 127.51.100.3",
    "1, 198.51.0.0, 127.1.0.0",
    "254, 198.51.255.255, 127.254.255.255",
    "200, 198.51.128.200, 127.200.128.200",
  })
  void addressesOfTheLanAndOfTheLoopbackMapBothWays(int number, String address, String loopback) {
    VirtualLan lan = VirtualLan.of(number);

    assertThat(lan.isWhole()).isTrue();
    assertThat(lan.loopback(Ipv4Address.parse(address)).getHostAddress()).isEqualTo(loopback);
    assertThat(lan.addressOf(Inet4Address.ofLiteral(loopback)))
        .contains(Ipv4Address.parse(address));
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.52.100.3", "127.0.0.1", "128.51.100.3"})
  void aLoopbackAddressOfNoOrAnotherLanIsNoAddressOfThisOne(String loopback) {
    assertThat(VirtualLan.of(51).addressOf(Inet4Address.ofLiteral(loopback))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"198.52.100.3", "197.51.100.3", "10.0.0.1", "0.0.0.0"})
  void anAddressOutsideTheLanHasNoLoopbackAddress(String address) {
    assertThat(VirtualLan.contains(Ipv4Address.parse(address))).isFalse();
    assertThatThrownBy(() -> VirtualLan.of(51).loopback(Ipv4Address.parse(address)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(address)
        .hasMessageContaining("198.51.0.0/16");
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, 0, 255, 256})
  void aLanNumberOutOfRangeIsRefused(int number) {
    assertThatThrownBy(() -> VirtualLan.of(number))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a LAN number is from 1 to 254, not " + number);
  }

  @Test
  void peersSeeTheBoardsOwnAddress() {
    Peer<InetSocketAddress> peer = bench.listen(PORT, Peer.Client::remote);
    TcpSocket socket = bench.play().wiced().tcp().createSocket(Interface.STA);
    socket.bind(50_001);

    socket.connect(Bench.SERVER, PORT, 5_000);

    assertThat(peer.next())
        .isEqualTo(new InetSocketAddress(bench.lan().loopback(Bench.BOARD), 50_001));
  }

  @Test
  void boardsOnOneLanHaveAddressesOfTheirOwn() {
    Peer<InetSocketAddress> peer = bench.listen(PORT, Peer.Client::remote);
    Ipv4Address second = Bench.BOARD.plus(1);
    var other =
        bench.play(
            TestBoard.course(), new ManualClock(), new LanAccess(bench.lan(), second, Map.of()));

    other.wiced().tcp().createSocket(Interface.STA).connect(Bench.SERVER, PORT, 5_000);

    assertThat(peer.next().getAddress()).isEqualTo(bench.lan().loopback(second));
    assertThat(other.wiced().network().ipv4Address(Interface.STA)).isEqualTo(second);
  }

  @Test
  void anAddressOutsideTheLanIsUnreachable() {
    Bench.Played played = bench.play(new ManualClock());
    TcpSocket socket = played.wiced().tcp().createSocket(Interface.STA);

    WicedResult result = socket.connect(Ipv4Address.of(127, 0, 0, 1), PORT, 5_000);

    assertThat(result).isEqualTo(WicedResult.ERROR);
    assertThat(played.log().awaitDiagnostic("no-route"))
        .contains("127.0.0.1:27708", "198.51.0.0/16");
  }

  @Test
  void anEndThatStandsElsewhereIsConnectedThere() {
    // The class server's end leads to a program at another address and port.
    bench.keep(elsewhere("HELLO"));
    InetSocketAddress real = new InetSocketAddress(loopback(), 40_001);
    var played =
        bench.play(
            TestBoard.course(),
            new SystemClock(),
            new LanAccess(
                bench.lan(), Bench.BOARD, Map.of(new Endpoint(Bench.SERVER, PORT), real)));
    TcpSocket socket = played.wiced().tcp().createSocket(Interface.STA);

    assertThat(socket.connect(Bench.SERVER, PORT, 5_000)).isEqualTo(WicedResult.SUCCESS);

    byte[] buffer = new byte[5];
    assertThat(played.wiced().tcp().streamInit(socket).read(buffer, 5_000))
        .isEqualTo(WicedResult.SUCCESS);
    assertThat(buffer).asString().isEqualTo("HELLO");
  }

  @Test
  void anEndElsewhereIsStillShownAsTheLansOwn() {
    bench.keep(elsewhere(""));
    var played =
        bench.play(
            TestBoard.course(),
            new SystemClock(),
            new LanAccess(
                bench.lan(),
                Bench.BOARD,
                Map.of(
                    new Endpoint(Bench.SERVER, PORT), new InetSocketAddress(loopback(), 40_001))));

    played.wiced().tcp().createSocket(Interface.STA).connect(Bench.SERVER, PORT, 5_000);

    assertThat(played.log().all(WicedEvent.SocketChanged.class))
        .isNotEmpty()
        .allMatch(change -> change.remote().equals(new Endpoint(Bench.SERVER, PORT)));
  }

  @Test
  void otherPortsOfAnEndThatStandsElsewhereStayOnTheLan() {
    bench.listen(40_508, client -> client.remote());
    var played =
        bench.play(
            TestBoard.course(),
            new SystemClock(),
            new LanAccess(
                bench.lan(),
                Bench.BOARD,
                Map.of(
                    new Endpoint(Bench.SERVER, PORT), new InetSocketAddress(loopback(), 40_001))));

    assertThat(
            played.wiced().tcp().createSocket(Interface.STA).connect(Bench.SERVER, 40_508, 5_000))
        .isEqualTo(WicedResult.SUCCESS);
  }

  @Test
  void aHostElsewhereThatDoesNotResolveIsACleanFailure() {
    var played =
        bench.play(
            TestBoard.course(),
            new ManualClock(),
            new LanAccess(
                bench.lan(),
                Bench.BOARD,
                Map.of(
                    new Endpoint(Bench.SERVER, PORT),
                    InetSocketAddress.createUnresolved("no.such.host.invalid", 1))));

    assertThat(played.wiced().tcp().createSocket(Interface.STA).connect(Bench.SERVER, PORT, 100))
        .isEqualTo(WicedResult.SOCKET_CLOSED);
    assertThat(played.log().awaitDiagnostic("connect-failed")).contains("no.such.host.invalid");
  }

  private Peer<String> elsewhere(String greeting) {
    try {
      return new Peer<>(
          new InetSocketAddress(loopback(), 40_001),
          client -> {
            client.send(greeting);
            client.readToEnd();
            return greeting;
          });
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private InetAddress loopback() {
    return bench.lan().loopback(Ipv4Address.of(198, 51, 200, 200));
  }
}
