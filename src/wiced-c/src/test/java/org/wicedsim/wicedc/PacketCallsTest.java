package org.wicedsim.wicedc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wicedsim.wicedc.TcpFirmware.ERROR;
import static org.wicedsim.wicedc.TcpFirmware.INVALID_PACKET;
import static org.wicedsim.wicedc.TcpFirmware.SOCKET_CLOSED;
import static org.wicedsim.wicedc.TcpFirmware.SUCCESS;
import static org.wicedsim.wicedc.TcpFirmware.TIMEOUT;

import java.io.IOException;
import java.net.ServerSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wicedsim.hal.SystemClock;

/// The packets of `wiced_tcpip.h` as C calls them (SPEC 2.7, 3.3).
class PacketCallsTest {
  private static final String REQUEST = "R01D605";
  private static final int SEGMENT_OCTETS = 1_460;
  private static final int PATIENCE_MS = 10_000;

  @RegisterExtension final SdkBench bench = new SdkBench(new SystemClock());

  private final TcpFirmware firmware = new TcpFirmware(bench);

  @AfterEach
  void closePeers() throws Exception {
    firmware.close();
  }

  @Test
  void whatIsPutIntoAPacketIsSent() throws IOException {
    ServerSocket listener = firmware.listener();
    int socket = firmware.connected(listener.getLocalPort());
    TcpFirmware.Answer created = createTcp(socket);
    assertThat(created.slots().get(2)).isEqualTo(SEGMENT_OCTETS);
    NativeMemory.put(created.slots().get(1), SdkBench.ascii(REQUEST), 7);

    assertThat(firmware.call(TcpCall.WICED_PACKET_SET_DATA_END, created.number(), 7).result())
        .isEqualTo(SUCCESS);
    assertThat(send(socket, created.number())).isEqualTo(SUCCESS);

    assertThat(TcpFirmware.read(listener.accept(), 7)).isEqualTo(REQUEST);
  }

  /// The course deletes what it has sent, the SDK's samples do not.
  @Test
  void deletingBehindSendingIsFineOnceAndThenDoesNothing() throws IOException {
    int socket = firmware.connected(firmware.listener().getLocalPort());
    int packet = createTcp(socket).number();
    send(socket, packet);

    assertThat(delete(packet)).isEqualTo(SUCCESS);
    assertThat(delete(packet)).isEqualTo(ERROR);
    assertThat(bench.leaks()).containsExactly("wiced_tcp_create_socket");
  }

  @Test
  void aPacketIsSentOnce() throws IOException {
    int socket = firmware.connected(firmware.listener().getLocalPort());
    int packet = createTcp(socket).number();
    send(socket, packet);

    assertThat(send(socket, packet)).isEqualTo(INVALID_PACKET);
  }

  @Test
  void aPacketThatCouldNotBeSentIsTheFirmwares() {
    int socket = firmware.socket();
    int packet = createTcp(socket).number();

    assertThat(send(socket, packet)).isEqualTo(SOCKET_CLOSED);

    assertThat(delete(packet)).isEqualTo(SUCCESS);
  }

  /// Exercise 3 puts its request there even when connect has failed.
  @Test
  void aPacketOfASocketThatIsNotConnectedHasABufferAndNoSpace() {
    TcpFirmware.Answer created = createTcp(firmware.socket());

    assertThat(created.result()).isEqualTo(SUCCESS);
    assertThat(created.slots().get(1)).isNotZero();
    assertThat(created.slots().get(2)).isZero();
  }

  @Test
  void aPacketOfNoSocketHasABufferAndNoSpace() {
    TcpFirmware.Answer created = createTcp(4711);

    assertThat(created.result()).isEqualTo(SUCCESS);
    assertThat(created.slots().get(1)).isNotZero();
    assertThat(created.slots().get(2)).isZero();
  }

  @Test
  void aPacketForAnyUseHasASegmentsSpace() {
    TcpFirmware.Answer created = firmware.call(TcpCall.WICED_PACKET_CREATE, 0, 11);

    assertThat(created.slots().get(2)).isEqualTo(SEGMENT_OCTETS);
  }

  @Test
  void anEmptyPoolIsATimeOutWithNothing() {
    int socket = firmware.socket();
    createTcp(socket);
    createTcp(socket);

    TcpFirmware.Answer none = createTcp(socket);

    assertThat(none.result()).isEqualTo(TIMEOUT);
    assertThat(none.slots().get(0)).isZero();
    assertThat(none.slots().get(1)).isZero();
    assertThat(none.slots().get(2)).isZero();
  }

  @Test
  void whatWasReceivedIsInThePacket() throws IOException {
    ServerSocket listener = firmware.listener();
    int socket = firmware.connected(listener.getLocalPort());
    listener.accept().getOutputStream().write(SdkBench.ascii("A01D6050001"));

    TcpFirmware.Answer received = firmware.call(TcpCall.WICED_TCP_RECEIVE, socket, PATIENCE_MS);
    Slots data = getData(received.number(), 1).slots();

    assertThat(received.result()).isEqualTo(SUCCESS);
    assertThat(data.get(0)).isEqualTo(received.slots().get(1) + 1);
    assertThat(NativeMemory.octets(data.get(0), 10)).isEqualTo(SdkBench.ascii("01D6050001"));
    assertThat(data.get(1)).isEqualTo(10);
    assertThat(data.get(2)).isEqualTo(10);
    assertThat(delete(received.number())).isEqualTo(SUCCESS);
  }

  @Test
  void nothingReceivedIsNoPacket() throws IOException {
    int socket = firmware.connected(firmware.listener().getLocalPort());

    TcpFirmware.Answer received = firmware.call(TcpCall.WICED_TCP_RECEIVE, socket, 0);

    assertThat(received.result()).isEqualTo(TIMEOUT);
    assertThat(received.number()).isEqualTo(Handles.NONE);
  }

  @Test
  void anEmptyPacketHasNoData() {
    int packet = createTcp(firmware.socket()).number();

    TcpFirmware.Answer data = getData(packet, 0);

    assertThat(data.result()).isEqualTo(SUCCESS);
    assertThat(data.slots().get(0)).isZero();
    assertThat(getData(packet, 1).result()).isEqualTo(ERROR);
  }

  @Test
  void theDataMayBeginLater() {
    TcpFirmware.Answer created = createTcp(firmware.socket());
    int packet = created.number();
    firmware.call(TcpCall.WICED_PACKET_SET_DATA_END, packet, 7);

    assertThat(firmware.call(TcpCall.WICED_PACKET_SET_DATA_START, packet, 3).result()).isZero();

    assertThat(getData(packet, 0).slots().get(0)).isEqualTo(created.slots().get(1) + 3);
    assertThat(getData(packet, 0).slots().get(2)).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 100_000, Long.MIN_VALUE, 1L << 32, (1L << 32) + 7})
  void aPositionOutsideOfTheBufferIsAnError(long position) {
    int packet = createTcp(firmware.socket()).number();

    assertThat(firmware.call(TcpCall.WICED_PACKET_SET_DATA_END, packet, position).result())
        .isEqualTo(ERROR);
    assertThat(firmware.call(TcpCall.WICED_PACKET_SET_DATA_START, packet, position).result())
        .isEqualTo(ERROR);
  }

  @Test
  void thereIsNoSecondFragment() {
    int packet = createTcp(firmware.socket()).number();

    assertThat(firmware.call(TcpCall.WICED_PACKET_GET_NEXT_FRAGMENT, packet).result()).isZero();
  }

  @ParameterizedTest
  @EnumSource(
      value = TcpCall.class,
      names = {
        "WICED_PACKET_GET_DATA",
        "WICED_PACKET_SET_DATA_END",
        "WICED_PACKET_SET_DATA_START",
        "WICED_PACKET_GET_NEXT_FRAGMENT"
      })
  void aPacketThatDoesNotExistIsInvalid(TcpCall call) {
    assertThat(firmware.call(call, 4711).result()).isEqualTo(INVALID_PACKET);
    assertThat(bench.diagnostics()).anyMatch(line -> line.startsWith("not-initialised: "));
  }

  private TcpFirmware.Answer createTcp(int socket) {
    return firmware.call(TcpCall.WICED_PACKET_CREATE_TCP, socket, 11);
  }

  private TcpFirmware.Answer getData(int packet, int offset) {
    return firmware.call(TcpCall.WICED_PACKET_GET_DATA, packet, offset);
  }

  private long send(int socket, int packet) {
    return firmware.call(TcpCall.WICED_TCP_SEND_PACKET, socket, packet).result();
  }

  private long delete(int packet) {
    return firmware.call(TcpCall.WICED_PACKET_DELETE, packet).result();
  }
}
