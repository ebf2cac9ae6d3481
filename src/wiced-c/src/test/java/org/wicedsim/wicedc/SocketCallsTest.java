package org.wicedsim.wicedc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wicedsim.wicedc.TcpFirmware.BADARG;
import static org.wicedsim.wicedc.TcpFirmware.ERROR;
import static org.wicedsim.wicedc.TcpFirmware.GUEST;
import static org.wicedsim.wicedc.TcpFirmware.IPV4;
import static org.wicedsim.wicedc.TcpFirmware.NOTUP;
import static org.wicedsim.wicedc.TcpFirmware.PORT;
import static org.wicedsim.wicedc.TcpFirmware.PORT_UNAVAILABLE;
import static org.wicedsim.wicedc.TcpFirmware.SERVER;
import static org.wicedsim.wicedc.TcpFirmware.SOCKET_CLOSED;
import static org.wicedsim.wicedc.TcpFirmware.STA;
import static org.wicedsim.wicedc.TcpFirmware.SUCCESS;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wicedsim.hal.SystemClock;
import org.wicedsim.wiced.Interface;

/// The sockets of `wiced_tcpip.h` as C calls them (SPEC 3.1).
class SocketCallsTest {
  /// What a program is built with unless it says otherwise (`WICED_TCP_ACCEPT_TIMEOUT`).
  static final int ACCEPT_TIMEOUT_MS = 3_000;

  private static final int NETX_CLOSED = 1;
  private static final int NETX_LISTEN = 2;
  private static final int NETX_ESTABLISHED = 5;

  private static final int LAST_PORT = 65_535;

  @RegisterExtension final SdkBench bench = new SdkBench(new SystemClock());

  private final TcpFirmware firmware = new TcpFirmware(bench);

  @AfterEach
  void closePeers() throws Exception {
    firmware.close();
  }

  @Test
  void theStructureOfAConnectedSocketShowsItsPeer() throws IOException {
    int port = firmware.listener().getLocalPort();

    TcpFirmware.Answer connected = firmware.connect(firmware.socket(), port);

    assertThat(connected.result()).isEqualTo(SUCCESS);
    assertThat(connected.state()).isEqualTo(NETX_ESTABLISHED);
    assertThat(connected.peerAddress()).isEqualTo(SERVER);
    assertThat(connected.peerPort()).isEqualTo(port);
  }

  @Test
  void theStructureOfASocketThatIsDisconnectedShowsNoPeer() throws IOException {
    int socket = firmware.connected(firmware.listener().getLocalPort());

    TcpFirmware.Answer gone = firmware.call(TcpCall.WICED_TCP_DISCONNECT_WITH_TIMEOUT, socket, 0);

    assertThat(gone.result()).isEqualTo(SUCCESS);
    assertThat(gone.state()).isEqualTo(NETX_CLOSED);
    assertThat(gone.peerAddress()).isZero();
    assertThat(gone.peerPort()).isZero();
  }

  @Test
  void aRefusedConnectionIsAClosedSocket() throws IOException {
    ServerSocket listener = firmware.listener();
    int port = listener.getLocalPort();
    listener.close();

    assertThat(firmware.connect(firmware.socket(), port).result()).isEqualTo(SOCKET_CLOSED);
  }

  @Test
  void anAddressThatIsNoIpv4AddressIsAnErrorThatSaysSo() {
    TcpFirmware.Answer answer =
        firmware.call(TcpCall.WICED_TCP_CONNECT, firmware.socket(), SERVER, PORT, 5_000, 0, 0, 0);

    assertThat(answer.result()).isEqualTo(ERROR);
    assertThat(bench.diagnostics()).anyMatch(line -> line.startsWith("ip-version: "));
  }

  @Test
  void withoutANetworkNothingConnects() {
    bench.session().wiced().network().down(Interface.STA);

    assertThat(firmware.connect(firmware.socket(), PORT).result()).isEqualTo(NOTUP);
  }

  @Test
  void aSocketWithoutAStructureIsABadArgument() {
    assertThat(firmware.call(TcpCall.WICED_TCP_CREATE_SOCKET, 0, STA).result()).isEqualTo(BADARG);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 0", "2, 4", "3, 0", "129, 0", "77, 4"})
  void socketsAreOnTheInterfacesThatTheBoardHas(int number, int result) {
    TcpFirmware.Answer answer =
        firmware.call(TcpCall.WICED_TCP_CREATE_SOCKET, bench.octets(8), number);

    assertThat(answer.result()).isEqualTo(result);
  }

  /// The codes of NetX for a structure of zeros; nobody is harmed.
  @ParameterizedTest
  @CsvSource({
    "WICED_TCP_BIND, 7009",
    "WICED_TCP_CONNECT, 7009",
    "WICED_TCP_LISTEN, 7009",
    "WICED_TCP_ACCEPT, 4",
    "WICED_TCP_REGISTER_CALLBACKS, 7009",
    "WICED_TCP_UNREGISTER_CALLBACKS, 7009",
    "WICED_TCP_ENABLE_KEEPALIVE, 7009",
    "WICED_TCP_SET_TYPE_OF_SERVICE, 7009",
    "WICED_TCP_ENABLE_TLS, 0",
    "WICED_TCP_START_TLS, 7014",
    "WICED_TCP_SEND_PACKET, 7014",
    "WICED_TCP_RECEIVE, 7014",
    "WICED_TCP_SEND_BUFFER, 7014"
  })
  void aSocketThatWasNeverCreatedFailsAndIsToldOfOnce(TcpCall call, int code) {
    int number = 4711;

    assertThat(firmware.call(call, number).result()).isEqualTo(code);
    assertThat(firmware.call(call, number).result()).isEqualTo(code);

    assertThat(bench.diagnostics())
        .containsOnlyOnce(
            "not-initialised: %s on a socket that does not exist: it was never made with"
                    .formatted(call.function())
                + " wiced_tcp_create_socket, or is deleted already");
  }

  @ParameterizedTest
  @CsvSource({
    "WICED_TCP_DELETE_SOCKET, 0",
    "WICED_TCP_DISCONNECT, 7014",
    "WICED_TCP_DISCONNECT_WITH_TIMEOUT, 7014"
  })
  void endingASocketThatWasNeverCreatedIsNotWorthAWord(TcpCall call, int code) {
    assertThat(firmware.call(call, 4711).result()).isEqualTo(code);

    assertThat(bench.diagnostics()).isEmpty();
    assertThat(bench.calls()).anyMatch(line -> line.startsWith(call.function()));
  }

  @Test
  void aSocketIsGoneOnceItWasDeleted() {
    int socket = firmware.socket();

    assertThat(firmware.call(TcpCall.WICED_TCP_DELETE_SOCKET, socket).result()).isZero();

    assertThat(firmware.call(TcpCall.WICED_TCP_LISTEN, socket, PORT).result()).isEqualTo(7009);
    assertThat(firmware.call(TcpCall.WICED_TCP_DELETE_SOCKET, socket).result()).isZero();
    assertThat(bench.leaks()).isEmpty();
  }

  @Test
  void aSocketThatIsCreatedOverAnotherLosesIt() {
    long struct = bench.octets(8);
    int first = firmware.call(TcpCall.WICED_TCP_CREATE_SOCKET, struct, STA).number();

    int second = firmware.call(TcpCall.WICED_TCP_CREATE_SOCKET, struct, STA).number();
    firmware.call(TcpCall.WICED_TCP_DELETE_SOCKET, first);
    firmware.call(TcpCall.WICED_TCP_DELETE_SOCKET, second);

    assertThat(bench.leaks()).containsExactly("wiced_tcp_create_socket");
  }

  @Test
  void portsThatNobodyCanHaveAreCodesAndNoExceptions() {
    int socket = firmware.socket();

    assertThat(firmware.call(TcpCall.WICED_TCP_LISTEN, socket, 0).result()).isEqualTo(ERROR);
    assertThat(firmware.call(TcpCall.WICED_TCP_LISTEN, socket, LAST_PORT).result())
        .isEqualTo(PORT_UNAVAILABLE);
    assertThat(firmware.call(TcpCall.WICED_TCP_BIND, socket, LAST_PORT).result())
        .isEqualTo(PORT_UNAVAILABLE);
    assertThat(firmware.call(TcpCall.WICED_TCP_BIND, socket, 0).result()).isEqualTo(SUCCESS);
  }

  @Test
  void optionsThatNoMachineHasDoNoHarm() {
    int socket = firmware.socket();

    assertThat(firmware.call(TcpCall.WICED_TCP_ENABLE_KEEPALIVE, socket, 0, 0, 0).result())
        .isEqualTo(BADARG);
    assertThat(firmware.call(TcpCall.WICED_TCP_SET_TYPE_OF_SERVICE, socket, 0xFFFF_FFFFL).result())
        .isEqualTo(SUCCESS);
  }

  @Test
  void theStateIsThatOfTheSdk() throws IOException {
    int socket = firmware.socket();
    assertThat(state(socket)).isZero();
    firmware.call(TcpCall.WICED_TCP_LISTEN, socket, PORT);
    assertThat(state(socket)).isEqualTo(5);

    Socket guest = firmware.guest(PORT);
    firmware.call(TcpCall.WICED_TCP_ACCEPT, socket, ACCEPT_TIMEOUT_MS);

    assertThat(guest.isConnected()).isTrue();
    assertThat(state(socket)).isEqualTo(3);
  }

  @Test
  void theStateOfNoSocketIsABadArgument() {
    assertThat(firmware.call(TcpCall.WICED_TCP_GET_SOCKET_STATE, 0, 0).result()).isEqualTo(BADARG);
  }

  @Test
  void thePeerIsToldWhileThereIsOne() throws IOException {
    int socket = firmware.socket();
    assertThat(firmware.call(TcpCall.WICED_TCP_SERVER_PEER, socket, 1).result()).isEqualTo(ERROR);
    firmware.call(TcpCall.WICED_TCP_LISTEN, socket, PORT);
    Socket guest = firmware.guest(PORT);

    TcpFirmware.Answer accepted =
        firmware.call(TcpCall.WICED_TCP_ACCEPT, socket, ACCEPT_TIMEOUT_MS);
    TcpFirmware.Answer peer = firmware.call(TcpCall.WICED_TCP_SERVER_PEER, socket, 1);

    assertThat(peer.slots().get(0)).isEqualTo(GUEST).isEqualTo(accepted.peerAddress());
    assertThat(peer.slots().get(1)).isEqualTo(guest.getLocalPort());
    assertThat(firmware.call(TcpCall.WICED_TCP_CLIENT_PEER, socket, 0).result()).isEqualTo(BADARG);
  }

  @Test
  void aBufferGoesOutAsItIs() throws IOException {
    ServerSocket listener = firmware.listener();
    int socket = firmware.connected(listener.getLocalPort());

    long octets = bench.octets(SdkBench.ascii("W01D6050001"));
    assertThat(firmware.call(TcpCall.WICED_TCP_SEND_BUFFER, socket, octets, 11).result())
        .isEqualTo(SUCCESS);

    assertThat(TcpFirmware.read(listener.accept(), 11)).isEqualTo("W01D6050001");
  }

  @Test
  void aCallbackGetsTheStructureThatItWasRegisteredWith() throws Exception {
    int socket = firmware.socket();
    firmware.call(TcpCall.WICED_TCP_REGISTER_CALLBACKS, socket, 11, 12, 13, 0xABCD);
    firmware.call(TcpCall.WICED_TCP_LISTEN, socket, PORT);

    firmware.guest(PORT);

    assertThat(firmware.nextEntry()).isEqualTo(new TcpFirmware.Entry(11, 0xABCD, socket));
  }

  /// Exercise 6's server prints who has come in its connect callback.
  @Test
  void theStructureShowsWhoHasComeBeforeHeIsAccepted() throws Exception {
    int socket = firmware.socket();
    firmware.call(TcpCall.WICED_TCP_REGISTER_CALLBACKS, socket, 11, 0, 0, 0xABCD);
    firmware.call(TcpCall.WICED_TCP_LISTEN, socket, PORT);
    firmware.guest(PORT);
    firmware.nextEntry();

    TcpFirmware.Answer fields = firmware.call(TcpCall.SIM_SOCKET_FIELDS, socket);

    assertThat(fields.peerAddress()).isEqualTo(GUEST);
    assertThat(fields.state()).isNotIn(NETX_CLOSED, NETX_LISTEN);
  }

  @Test
  void aCallbackOfASocketThatWasLostIsNotEntered() throws Exception {
    long struct = bench.octets(8);
    int lost = firmware.call(TcpCall.WICED_TCP_CREATE_SOCKET, struct, STA).number();
    firmware.call(TcpCall.WICED_TCP_REGISTER_CALLBACKS, lost, 11, 0, 0, struct);
    firmware.call(TcpCall.WICED_TCP_LISTEN, lost, PORT);
    int here = firmware.call(TcpCall.WICED_TCP_CREATE_SOCKET, struct, STA).number();
    firmware.call(TcpCall.WICED_TCP_REGISTER_CALLBACKS, here, 21, 0, 0, struct);
    firmware.call(TcpCall.WICED_TCP_LISTEN, here, PORT + 1);

    firmware.guest(PORT);
    firmware.guest(PORT + 1);

    assertThat(firmware.nextEntry().function()).isEqualTo(21);
  }

  @Test
  void whatIsNoSocketTellsNoFields() {
    assertThat(firmware.call(TcpCall.SIM_SOCKET_FIELDS, 4711).state()).isZero();
    assertThat(firmware.call(TcpCall.WICED_TCP_CONNECT, 4711, SERVER, PORT, 1, 0, 0, IPV4).state())
        .isZero();
  }

  private long state(int socket) {
    return firmware.call(TcpCall.WICED_TCP_GET_SOCKET_STATE, socket, 1).slots().get(0);
  }
}
