package org.wicedsim.wicedc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wicedsim.wicedc.TcpFirmware.BADARG;
import static org.wicedsim.wicedc.TcpFirmware.ERROR;
import static org.wicedsim.wicedc.TcpFirmware.GUEST;
import static org.wicedsim.wicedc.TcpFirmware.PORT;
import static org.wicedsim.wicedc.TcpFirmware.STA;
import static org.wicedsim.wicedc.TcpFirmware.SUCCESS;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.wicedsim.hal.SystemClock;

/// The TCP servers of `wiced_tcpip.h` as C calls them (SPEC 3.4).
class ServerCallsTest {
  private static final int ON_CONNECT = 11;
  private static final int ON_DISCONNECT = 13;
  private static final long STRUCT = 0xABCD;
  private static final int MAX_SOCKETS = 2;

  @RegisterExtension final SdkBench bench = new SdkBench(new SystemClock());

  private final TcpFirmware firmware = new TcpFirmware(bench);

  /// A server and the number of its first socket.
  private record Server(int number, int firstSocket) {}

  @AfterEach
  void closePeers() throws Exception {
    firmware.close();
  }

  @Test
  void theFirstSocketListensAndTheOthersAreFree() {
    Server server = start();

    assertThat(state(server.firstSocket())).isEqualTo(5);
    assertThat(state(server.firstSocket() + 1)).isZero();
  }

  @Test
  void aCallbackGetsTheServerAndTheNumberOfTheSocket() throws Exception {
    Server server = start();

    firmware.guest(PORT);

    assertThat(firmware.nextEntry())
        .isEqualTo(new TcpFirmware.Entry(ON_CONNECT, STRUCT, server.firstSocket()));
  }

  @Test
  void aClientIsAcceptedAndTheNextSocketListens() throws Exception {
    Server server = start();
    firmware.guest(PORT);
    firmware.nextEntry();

    TcpFirmware.Answer accepted =
        firmware.call(TcpCall.WICED_TCP_SERVER_ACCEPT, server.number(), server.firstSocket());

    assertThat(accepted.result()).isEqualTo(SUCCESS);
    assertThat(accepted.slots().get(ServerCalls.ACTIVE)).isEqualTo(1);
    assertThat(firmware.call(TcpCall.SIM_SOCKET_FIELDS, server.firstSocket()).peerAddress())
        .isEqualTo(GUEST);
    assertThat(state(server.firstSocket() + 1)).isEqualTo(5);
  }

  @ParameterizedTest
  @EnumSource(
      value = TcpCall.class,
      names = {
        "WICED_TCP_SERVER_DISCONNECT_SOCKET",
        "WICED_TCP_SERVER_DISCONNECT_SOCKET_WITH_TIMEOUT"
      })
  void aSocketThatIsDisconnectedIsFree(TcpCall call) throws Exception {
    Server server = start();
    try (var _ = firmware.guest(PORT)) {
      firmware.nextEntry();
      firmware.call(TcpCall.WICED_TCP_SERVER_ACCEPT, server.number(), server.firstSocket());
    }
    assertThat(firmware.nextEntry().function()).isEqualTo(ON_DISCONNECT);

    TcpFirmware.Answer gone = firmware.call(call, server.number(), server.firstSocket(), 1_000);

    assertThat(gone.result()).isEqualTo(SUCCESS);
    assertThat(gone.slots().get(ServerCalls.ACTIVE)).isZero();
    assertThat(state(server.firstSocket())).isZero();
  }

  @Test
  void aServerThatIsStoppedHasNoSockets() {
    Server server = start();

    assertThat(firmware.call(TcpCall.WICED_TCP_SERVER_STOP, server.number()).result()).isZero();

    assertThat(firmware.call(TcpCall.WICED_TCP_LISTEN, server.firstSocket(), PORT).result())
        .isEqualTo(TcpFirmware.INVALID_SOCKET);
    assertThat(firmware.call(TcpCall.WICED_TCP_SERVER_STOP, server.number()).result()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "0xABCD, 0, 27708, 0",
    "0xABCD, 0, 27708, 19",
    "0xABCD, 0, 0, 1",
    "0xABCD, 0, 65535, 1",
    "0xABCD, 2, 27708, 1",
    "0, 0, 27708, 1"
  })
  void whatNoServerCanBeIsABadArgument(String struct, int on, int port, int maxSockets) {
    assertThat(start(Long.decode(struct), on, port, maxSockets).result()).isEqualTo(BADARG);
  }

  @Test
  void aPortHasOneServer() {
    start();

    assertThat(start(STRUCT + 1, STA, PORT, 1).result()).isEqualTo(ERROR);
  }

  @ParameterizedTest
  @EnumSource(
      value = TcpCall.class,
      names = {
        "WICED_TCP_SERVER_ACCEPT",
        "WICED_TCP_SERVER_DISCONNECT_SOCKET",
        "WICED_TCP_SERVER_DISCONNECT_SOCKET_WITH_TIMEOUT",
        "WICED_TCP_SERVER_ENABLE_TLS"
      })
  void aServerThatDoesNotRunIsABadArgument(TcpCall call) {
    assertThat(firmware.call(call, 4711, 4712).result()).isEqualTo(BADARG);
    assertThat(bench.diagnostics()).anyMatch(line -> line.startsWith("not-initialised: "));
  }

  @Test
  void aSocketThatDoesNotExistIsABadArgument() {
    Server server = start();

    assertThat(firmware.call(TcpCall.WICED_TCP_SERVER_ACCEPT, server.number(), 4711).result())
        .isEqualTo(BADARG);
    assertThat(bench.diagnostics()).anyMatch(line -> line.startsWith("not-initialised: "));
  }

  @Test
  void withoutAnIdentityTlsIsNotEnabled() {
    Server server = start();

    assertThat(firmware.call(TcpCall.WICED_TCP_SERVER_ENABLE_TLS, server.number(), 0).result())
        .isEqualTo(SUCCESS);
  }

  private Server start() {
    Slots numbers = firmware.call(TcpCall.SIM_SERVER_NUMBERS, MAX_SOCKETS).slots();
    Server server = new Server(numbers.int32(0), numbers.int32(1));
    assertThat(start(server, STRUCT, STA, PORT, MAX_SOCKETS).result()).isEqualTo(SUCCESS);
    return server;
  }

  private TcpFirmware.Answer start(long struct, int on, int port, int maxSockets) {
    Slots numbers = firmware.call(TcpCall.SIM_SERVER_NUMBERS, maxSockets).slots();
    Server server = new Server(numbers.int32(0), numbers.int32(1));
    return start(server, struct, on, port, maxSockets);
  }

  private TcpFirmware.Answer start(Server server, long struct, int on, int port, int maxSockets) {
    return firmware.call(
        TcpCall.WICED_TCP_SERVER_START,
        server.number(),
        struct,
        server.firstSocket(),
        on,
        port,
        maxSockets,
        ON_CONNECT,
        0,
        ON_DISCONNECT);
  }

  private long state(int socket) {
    return firmware.call(TcpCall.WICED_TCP_GET_SOCKET_STATE, socket, 1).slots().get(0);
  }
}
