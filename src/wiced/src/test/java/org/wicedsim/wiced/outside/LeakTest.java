package org.wicedsim.wiced.outside;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wicedsim.hal.DctSection;
import org.wicedsim.wiced.DctLock;
import org.wicedsim.wiced.Interface;
import org.wicedsim.wiced.TcpServer;
import org.wicedsim.wiced.TcpSocket;
import org.wicedsim.wiced.TcpStream;
import org.wicedsim.wiced.TlsContext;
import org.wicedsim.wiced.TlsIdentity;
import org.wicedsim.wiced.Wiced;
import org.wicedsim.wiced.testing.Bench;
import org.wicedsim.wiced.testing.Peer;

/// What the firmware takes and never gives back is told with the call and the line that took it.
class LeakTest {
  private static final int PORT = 27_708;

  @RegisterExtension final Bench bench = new Bench();

  private final Bench.Played played = bench.play();
  private final Wiced wiced = played.wiced();

  @Test
  void aSocketThatIsNeverDeletedIsTold() {
    wiced.tcp().createSocket(Interface.STA);

    played.board().close();

    assertThat(played.log().awaitDiagnostic("leaked-socket"))
        .contains(
            "1 socket", "wiced_tcp_create_socket", "LeakTest.java:", "wiced_tcp_delete_socket");
  }

  @Test
  void whatOneLineTookSeveralTimesIsToldOnce() {
    for (int i = 0; i < 3; i++) {
      wiced.tcp().createSocket(Interface.STA);
    }

    played.board().close();

    assertThat(played.log().awaitDiagnostic("leaked-socket")).contains("3 sockets");
    assertThat(played.log().diagnosticCodes()).containsOnlyOnce("leaked-socket");
  }

  @Test
  void everyKindIsTold() {
    TcpSocket socket = wiced.tcp().createSocket(Interface.STA);
    wiced.tcp().streamInit(socket);
    wiced.tcp().createPacket(socket, 11);
    wiced.tls().initContext(null);
    wiced.tls().initIdentity(new byte[0], new byte[0]);
    wiced.dct().readLock(DctSection.SECURITY, false, 0, 16);

    played.board().close();

    assertThat(played.log().diagnosticCodes())
        .contains(
            "leaked-socket",
            "leaked-stream",
            "leaked-packet",
            "leaked-tls-context",
            "leaked-tls-identity",
            "leaked-dct-lock");
  }

  @Test
  void firmwareThatGivesEverythingBackIsToldNothing() {
    bench.listen(PORT, Peer.Client::readToEnd);
    TcpSocket socket = wiced.tcp().createSocket(Interface.STA);
    TlsContext context = wiced.tls().initContext(null);
    socket.connect(Bench.SERVER, PORT, 2_000);
    TcpStream stream = wiced.tcp().streamInit(socket);
    stream.write(new byte[11]);
    stream.deinit();
    context.deinit();
    socket.delete();
    DctLock lock = wiced.dct().readLock(DctSection.SECURITY, false, 0, 16);
    wiced.dct().readUnlock(lock, false);

    played.board().close();

    assertThat(played.log().diagnosticCodes()).noneMatch(code -> code.startsWith("leaked-"));
  }

  @Test
  void aServerThatListensIsInUse() {
    TcpSocket socket = wiced.tcp().createSocket(Interface.STA);
    wiced.tcp().streamInit(socket);
    socket.listen(PORT);

    played.board().close();

    assertThat(played.log().diagnosticCodes()).noneMatch(code -> code.startsWith("leaked-"));
  }

  @Test
  void whatARunningServerNeedsIsInUse() {
    TlsIdentity identity = wiced.tls().initIdentity(new byte[0], new byte[0]);
    TcpServer.Started started = wiced.tcp().startServer(Interface.STA, PORT, 3, null, null, null);
    assertThat(started).isInstanceOf(TcpServer.Started.Running.class);
    ((TcpServer.Started.Running) started).server().enableTls(identity);

    played.board().close();

    assertThat(played.log().diagnosticCodes()).noneMatch(code -> code.startsWith("leaked-"));
  }
}
