package org.wicedsim.wiced;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wicedsim.pki.Identity;
import org.wicedsim.wiced.testing.Bench;
import org.wicedsim.wiced.testing.Certs;
import org.wicedsim.wiced.testing.Peer;
import org.wicedsim.wiced.testing.Tap;
import org.wicedsim.wiced.testing.Tap.TlsRecord;

/// What a board's socket says at the end of a TLS session, on the wire.
class TlsGoodbyeTest {
  private static final int SERVER_PORT = 40_508;
  private static final int TAP_PORT = 40_509;
  private static final int ALERT = 21;
  private static final int APPLICATION_DATA = 23;

  /// What the board sends last before its good-bye. Under TLS 1.3 every record looks like
  /// application data (RFC 8446 section 5.2), and an alert differs by its length alone.
  private static final int DATA_OCTETS = 100;

  private static final Identity SERVER = Certs.selfSigned();

  @RegisterExtension final Bench bench = new Bench();

  private Bench.Played played;
  private TlsContext context;
  private TcpSocket socket;
  private Tap tap;

  @BeforeEach
  void tapTheWire() throws IOException {
    tap = bench.keep(new Tap(bench.serverAt(TAP_PORT), bench.serverAt(SERVER_PORT)));
    played = bench.play();
    played.wiced().tls().initRootCaCertificates(Certs.pem(SERVER.certificate()));
    context = played.wiced().tls().initContext(Certs.NAME);
    socket = played.wiced().tcp().createSocket(Interface.STA);
    socket.enableTls(context);
  }

  @Test
  void deleteSendsCloseNotifyBeforeFin() {
    listen("TLSv1.2");
    connectAndSend();

    socket.delete();

    assertThat(tap.recordsUntilFin()).extracting(TlsRecord::type).endsWith(APPLICATION_DATA, ALERT);
  }

  @Test
  void deleteSendsCloseNotifyBeforeFinUnderTls13() {
    listen("TLSv1.3");
    connectAndSend();

    socket.delete();

    assertThat(tap.recordsUntilFin().getLast().length()).isLessThan(DATA_OCTETS);
  }

  @Test
  void disconnectSendsCloseNotifyBeforeFin() {
    listen("TLSv1.2");
    connectAndSend();

    assertThat(socket.disconnect()).isEqualTo(WicedResult.SUCCESS);

    assertThat(tap.recordsUntilFin()).extracting(TlsRecord::type).endsWith(ALERT);
  }

  /// As the course's programs do: the context goes first, and then nobody can say good-bye.
  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void aContextThatWasEndedFirstLeavesOnlyFin(String version) {
    listen(version);
    connectAndSend();

    context.deinit();
    socket.delete();

    TlsRecord last = tap.recordsUntilFin().getLast();
    assertThat(last.type()).isEqualTo(APPLICATION_DATA);
    assertThat(last.length()).isGreaterThan(DATA_OCTETS);
  }

  @Test
  void aContextMayBeEndedTwice() {
    assertThat(context.deinit()).isEqualTo(WicedResult.SUCCESS);
    assertThat(context.deinit()).isEqualTo(WicedResult.SUCCESS);
  }

  /// Deleting the socket ends its context.
  @Test
  void deleteEndsTheContext() {
    socket.delete();

    assertThat(context.isAlive()).isFalse();
  }

  private void listen(String version) {
    bench.listenTls(
        SERVER_PORT,
        SERVER,
        null,
        listener -> listener.setEnabledProtocols(new String[] {version}),
        Peer.Client::readToEnd);
  }

  private void connectAndSend() {
    assertThat(socket.connect(Bench.SERVER, TAP_PORT, 10_000)).isEqualTo(WicedResult.SUCCESS);
    TcpStream stream = played.wiced().tcp().streamInit(socket);
    stream.write(new byte[DATA_OCTETS]);
    assertThat(stream.flush()).isEqualTo(WicedResult.SUCCESS);
  }
}
