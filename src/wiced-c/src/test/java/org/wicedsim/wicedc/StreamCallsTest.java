package org.wicedsim.wicedc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wicedsim.wicedc.TcpFirmware.BADARG;
import static org.wicedsim.wicedc.TcpFirmware.ERROR;
import static org.wicedsim.wicedc.TcpFirmware.SOCKET_CLOSED;
import static org.wicedsim.wicedc.TcpFirmware.SUCCESS;
import static org.wicedsim.wicedc.TcpFirmware.TIMEOUT;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wicedsim.hal.SystemClock;
import org.wicedsim.wiced.Interface;

/// The streams of `wiced_tcpip.h` as C calls them (SPEC 3.2).
class StreamCallsTest {
  private static final String REQUEST = "W01D6050001";
  private static final int PATIENCE_MS = 10_000;
  private static final int NOT_LONG_MS = 50;

  @RegisterExtension final SdkBench bench = new SdkBench(new SystemClock());

  private final TcpFirmware firmware = new TcpFirmware(bench);

  @AfterEach
  void closePeers() throws Exception {
    firmware.close();
  }

  @Test
  void whatIsWrittenGoesOutWhenItIsFlushed() throws IOException {
    ServerSocket listener = firmware.listener();
    int socket = firmware.connected(listener.getLocalPort());
    int stream = stream(socket);

    assertThat(write(stream, socket, REQUEST)).isEqualTo(SUCCESS);
    assertThat(firmware.call(TcpCall.WICED_TCP_STREAM_FLUSH, stream, socket).result()).isZero();

    assertThat(TcpFirmware.read(listener.accept(), REQUEST.length())).isEqualTo(REQUEST);
  }

  @Test
  void aResourceIsWrittenAsItIs() throws IOException {
    ServerSocket listener = firmware.listener();
    int socket = firmware.connected(listener.getLocalPort());
    int stream = stream(socket);

    long octets = bench.octets(SdkBench.ascii("<html>"));
    firmware.call(TcpCall.WICED_TCP_STREAM_WRITE_RESOURCE, stream, socket, octets, 6);
    firmware.call(TcpCall.WICED_TCP_STREAM_DEINIT, stream, socket);

    assertThat(TcpFirmware.read(listener.accept(), 6)).isEqualTo("<html>");
    assertThat(bench.calls())
        .contains("wiced_tcp_stream_write_resource(socket 1, 6 octets) = SUCCESS");
  }

  @Test
  void aReadFillsTheBuffer() throws IOException {
    ServerSocket listener = firmware.listener();
    int socket = firmware.connected(listener.getLocalPort());
    send(listener.accept(), "A01D6050001A");
    int stream = stream(socket);
    long buffer = bench.octets(12);

    assertThat(read(stream, socket, buffer, 11, PATIENCE_MS)).isEqualTo(SUCCESS);

    assertThat(NativeMemory.octets(buffer, 11)).isEqualTo(SdkBench.ascii("A01D6050001"));
    assertThat(NativeMemory.octets(buffer + 11, 1)).containsExactly(0xEE);
  }

  @Test
  void aReadInVainTouchesNothing() throws IOException {
    ServerSocket listener = firmware.listener();
    int socket = firmware.connected(listener.getLocalPort());
    send(listener.accept(), "X");
    int stream = stream(socket);
    long buffer = bench.octets(3);
    read(stream, socket, buffer, 1, PATIENCE_MS);
    NativeMemory.put(buffer, SdkBench.ascii("???"), 3);

    assertThat(read(stream, socket, buffer, 2, NOT_LONG_MS)).isEqualTo(TIMEOUT);

    assertThat(NativeMemory.octets(buffer, 3)).isEqualTo(SdkBench.ascii("???"));
  }

  /// What came is in the buffer all the same, and nothing behind it is touched.
  @Test
  void aReadUpToTheEndGivesWhatCameBeforeIt() throws IOException {
    ServerSocket listener = firmware.listener();
    int socket = firmware.connected(listener.getLocalPort());
    Socket peer = listener.accept();
    send(peer, "X!");
    peer.close();
    int stream = stream(socket);
    long buffer = bench.octets(4);

    assertThat(read(stream, socket, buffer, 4, PATIENCE_MS)).isEqualTo(SOCKET_CLOSED);

    assertThat(NativeMemory.octets(buffer, 4)).containsExactly('X', '!', 0xEE, 0xEE);
  }

  @Test
  void aCountedReadTellsHowMuchCame() throws IOException {
    ServerSocket listener = firmware.listener();
    int socket = firmware.connected(listener.getLocalPort());
    Socket peer = listener.accept();
    send(peer, REQUEST);
    peer.close();
    int stream = stream(socket);
    long buffer = bench.octets(13);

    TcpFirmware.Answer read = readWithCount(stream, socket, buffer);
    TcpFirmware.Answer end = readWithCount(stream, socket, buffer);

    assertThat(read.result()).isEqualTo(SUCCESS);
    assertThat(read.slots().get(0)).isEqualTo(11);
    assertThat(NativeMemory.octets(buffer, 11)).isEqualTo(SdkBench.ascii(REQUEST));
    assertThat(end.result()).isEqualTo(SOCKET_CLOSED);
    assertThat(end.slots().get(0)).isZero();
  }

  /// A stream may be initialised before its socket is created.
  @Test
  void aStreamIsOnWhateverSocketItsStructurePointsTo() throws IOException {
    ServerSocket listener = firmware.listener();
    int stream = stream(Handles.NONE);
    int first = firmware.connected(listener.getLocalPort());
    Socket firstPeer = listener.accept();
    write(stream, first, "one");
    firmware.call(TcpCall.WICED_TCP_STREAM_FLUSH, stream, first);
    firmware.call(TcpCall.WICED_TCP_DELETE_SOCKET, first);
    int second = firmware.connected(listener.getLocalPort());

    write(stream, second, "two");
    firmware.call(TcpCall.WICED_TCP_STREAM_FLUSH, stream, second);

    assertThat(TcpFirmware.read(firstPeer, 3)).isEqualTo("one");
    assertThat(TcpFirmware.read(listener.accept(), 3)).isEqualTo("two");
    assertThat(bench.calls()).contains("wiced_tcp_stream_init(no socket yet) = SUCCESS");
  }

  @ParameterizedTest
  @EnumSource(
      value = TcpCall.class,
      names = {
        "WICED_TCP_STREAM_WRITE",
        "WICED_TCP_STREAM_FLUSH",
        "WICED_TCP_STREAM_READ",
        "WICED_TCP_STREAM_READ_WITH_COUNT",
        "WICED_TCP_STREAM_WRITE_RESOURCE"
      })
  void aStreamWithoutASocketIsClosedOrTheNetworkIsDown(TcpCall call) {
    int stream = stream(Handles.NONE);
    assertThat(firmware.call(call, stream, Handles.NONE).result()).isEqualTo(SOCKET_CLOSED);

    bench.session().wiced().network().down(Interface.STA);

    assertThat(firmware.call(call, stream, Handles.NONE).result()).isEqualTo(TcpFirmware.NOTUP);
  }

  @Test
  void aStreamIsEndedBehindItsSocket() throws IOException {
    int socket = firmware.connected(firmware.listener().getLocalPort());
    int stream = stream(socket);
    write(stream, socket, REQUEST);
    firmware.call(TcpCall.WICED_TCP_DELETE_SOCKET, socket);

    assertThat(firmware.call(TcpCall.WICED_TCP_STREAM_DEINIT, stream, Handles.NONE).result())
        .isZero();

    assertThat(bench.leaks()).isEmpty();
  }

  @Test
  void aStreamThatWasNeverInitialisedEndsWithoutAWord() {
    assertThat(firmware.call(TcpCall.WICED_TCP_STREAM_DEINIT, 4711, 0).result()).isZero();
    assertThat(bench.diagnostics()).isEmpty();
  }

  @Test
  void aStreamWithoutAStructureIsABadArgument() {
    assertThat(firmware.call(TcpCall.WICED_TCP_STREAM_INIT, 0, 0).result()).isEqualTo(BADARG);
  }

  @Test
  void aStreamThatIsInitialisedOverAnotherLosesIt() {
    long struct = bench.octets(8);
    int socket = firmware.socket();
    int first = firmware.call(TcpCall.WICED_TCP_STREAM_INIT, struct, socket).number();

    int second = firmware.call(TcpCall.WICED_TCP_STREAM_INIT, struct, socket).number();
    firmware.call(TcpCall.WICED_TCP_STREAM_DEINIT, first, socket);
    firmware.call(TcpCall.WICED_TCP_STREAM_DEINIT, second, socket);
    firmware.call(TcpCall.WICED_TCP_DELETE_SOCKET, socket);

    assertThat(bench.leaks()).containsExactly("wiced_tcp_stream_init");
  }

  @Test
  void aLengthBeyondAllMemoryIsAnErrorThatSaysSo() {
    int socket = firmware.socket();
    int stream = stream(socket);

    long length = 0xFFFF_FFFFL;
    assertThat(firmware.call(TcpCall.WICED_TCP_STREAM_WRITE, stream, socket, 1, length).result())
        .isEqualTo(ERROR);

    assertThat(bench.diagnostics())
        .contains(
            "bad-length: wiced_tcp_stream_write: 4294967295 octets are more than the board has"
                + " memory");
  }

  private int stream(int socket) {
    return firmware.call(TcpCall.WICED_TCP_STREAM_INIT, bench.octets(8), socket).number();
  }

  private long write(int stream, int socket, String text) {
    long octets = bench.octets(SdkBench.ascii(text));
    return firmware
        .call(TcpCall.WICED_TCP_STREAM_WRITE, stream, socket, octets, text.length())
        .result();
  }

  private long read(int stream, int socket, long buffer, int length, int timeoutMs) {
    return firmware
        .call(TcpCall.WICED_TCP_STREAM_READ, stream, socket, buffer, length, timeoutMs)
        .result();
  }

  private TcpFirmware.Answer readWithCount(int stream, int socket, long buffer) {
    return firmware.call(
        TcpCall.WICED_TCP_STREAM_READ_WITH_COUNT, stream, socket, buffer, 13, PATIENCE_MS);
  }

  private static void send(Socket peer, String text) throws IOException {
    peer.getOutputStream().write(SdkBench.ascii(text));
  }
}
