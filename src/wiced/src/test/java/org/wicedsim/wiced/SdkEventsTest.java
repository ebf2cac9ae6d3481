package org.wicedsim.wiced;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wicedsim.hal.Event;
import org.wicedsim.hal.HalEvent;
import org.wicedsim.hal.Resources;
import org.wicedsim.hal.SystemClock;
import org.wicedsim.hal.VirtualBoard;
import org.wicedsim.pki.Identity;
import org.wicedsim.wiced.testing.Bench;
import org.wicedsim.wiced.testing.Certs;
import org.wicedsim.wiced.testing.EventLog;
import org.wicedsim.wiced.testing.Peer;
import org.wicedsim.wiced.testing.TestBoard;

/// The events of whole conversations, in their order.
class SdkEventsTest {
  private static final int PORT = 27_708;

  @RegisterExtension final Bench bench = new Bench();

  private final Bench.Played played = bench.play();
  private final Wiced wiced = played.wiced();

  @Test
  void everyCallOfAConversationIsAnEventWithItsResult() {
    bench.listen(
        PORT,
        client -> {
          client.read(2);
          client.send("ok");
          return client.readToEnd();
        });
    TcpSocket socket = wiced.tcp().createSocket(Interface.STA);
    socket.bind(5_000);
    socket.connect(Bench.SERVER, PORT, 5_000);
    TcpStream stream = wiced.tcp().streamInit(socket);
    stream.write(new byte[] {'h', 'i'});
    stream.flush();
    stream.read(new byte[2], 5_000);
    stream.readWithCount(new byte[1], Rtos.NO_WAIT);
    stream.deinit();
    socket.delete();

    assertThat(played.log().calls())
        .endsWith(
            call("wiced_tcp_create_socket", "socket 1, STA", WicedResult.SUCCESS),
            call("wiced_tcp_bind", "socket 1, 5000", WicedResult.SUCCESS),
            call("wiced_tcp_connect", "socket 1, 198.51.100.3, 27708, 5000", WicedResult.SUCCESS),
            call("wiced_tcp_stream_init", "socket 1", WicedResult.SUCCESS),
            call("wiced_tcp_stream_write", "socket 1, 2", WicedResult.SUCCESS),
            call("wiced_tcp_stream_flush", "socket 1", WicedResult.SUCCESS),
            call("wiced_tcp_stream_read", "socket 1, 2, 5000", WicedResult.SUCCESS),
            call("wiced_tcp_stream_read_with_count", "socket 1, 1, 0, 0", WicedResult.TIMEOUT),
            call("wiced_tcp_stream_deinit", "socket 1", WicedResult.SUCCESS),
            call("wiced_tcp_delete_socket", "socket 1", WicedResult.SUCCESS));
  }

  @Test
  void theSessionIsToldOfBeforeWhatTravelsInsideAndBehindTheConnection() {
    Identity server = Certs.selfSigned();
    bench.listenTls(
        PORT,
        server,
        client -> {
          client.send("hello");
          return client.readToEnd();
        });
    wiced.tls().initRootCaCertificates(Certs.pem(server.certificate()));
    TcpSocket socket = wiced.tcp().createSocket(Interface.STA);
    socket.enableTls(wiced.tls().initContext(Certs.NAME));

    socket.connect(Bench.SERVER, PORT, 5_000);
    wiced.tcp().streamInit(socket).read(new byte[5], 5_000);

    assertThat(played.log().all())
        .extracting(SdkEventsTest::label)
        .containsSubsequence(
            "CONNECTING", "CONNECTED", "TlsEstablished", "SegmentReceived", "wiced_tcp_stream_read")
        .containsSubsequence("TlsEstablished", "wiced_tcp_connect");
  }

  @Test
  void socketsAreNumberedInTheOrderOfTheirCreation() {
    assertThat(wiced.tcp().createSocket(Interface.STA)).hasToString("socket 1");
    assertThat(wiced.tcp().createSocket(Interface.STA)).hasToString("socket 2");
  }

  @Test
  void aBoardThatNobodyWatchesWorksAllTheSame() {
    VirtualBoard unwatched =
        new VirtualBoard(TestBoard.course(), new Resources(List.of(), Map.of()), new SystemClock());
    Peer<String> peer = bench.listen(PORT, Peer.Client::readToEnd);

    bench.keep(
        FirmwareRun.start(
            unwatched,
            bench.access(),
            quiet -> {
              quiet.init();
              quiet.network().up(Interface.STA, NetworkConfig.EXTERNAL_DHCP_SERVER);
              TcpSocket socket = quiet.tcp().createSocket(Interface.STA);
              socket.connect(Bench.SERVER, PORT, 5_000);
              TcpStream stream = quiet.tcp().streamInit(socket);
              stream.write(new byte[] {'h', 'i'});
              stream.flush();
              quiet.showState("Done", "");
              quiet.diagnose("some-code", "%d", 1);
              socket.delete();
            }));

    assertThat(peer.next()).isEqualTo("hi");
  }

  @Test
  void firmwareShowsItsStateAndItsDiagnoses() {
    wiced.showState("Ready", "LED off");
    wiced.diagnose("some-code", "%s of %d", "one", 2);

    assertThat(played.log().all())
        .contains(
            new WicedEvent.FirmwareState("Ready", "LED off"),
            new HalEvent.Diagnostic("some-code", "one of 2"));
  }

  private static WicedEvent.SdkCall call(String function, String arguments, WicedResult result) {
    return EventLog.call(function, arguments, result);
  }

  private static String label(Event event) {
    return switch (event) {
      case WicedEvent.SdkCall call -> call.function();
      case WicedEvent.SocketChanged changed -> changed.state().name();
      default -> event.getClass().getSimpleName();
    };
  }
}
