package org.wicedsim.wiced;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wicedsim.hal.Ipv4Address;
import org.wicedsim.hal.SystemClock;
import org.wicedsim.pki.Identity;
import org.wicedsim.pki.Pem;
import org.wicedsim.wiced.testing.Bench;
import org.wicedsim.wiced.testing.Certs;
import org.wicedsim.wiced.testing.TestBoard;

/// TLS that begins on a connection that spoke in clear before (`wiced_tcp_start_tls`).
class StartTlsTest {
  private static final int PORT = 40_508;
  private static final Ipv4Address OTHER = Ipv4Address.of(198, 51, 100, 15);

  @RegisterExtension final Bench bench = new Bench();

  private final Bench.Played server = board(Bench.BOARD);
  private final Bench.Played client = board(OTHER);
  private final TcpSocket listening = server.wiced().tcp().createSocket(Interface.STA);
  private final TcpSocket socket = client.wiced().tcp().createSocket(Interface.STA);

  /// The client may begin before the server has decided to.
  @Test
  void whatTheClientHasSentForTlsIsTheHandshakes() {
    connect();
    CompletableFuture<WicedResult> greeting = startTls();
    server.log().await(WicedEvent.SegmentReceived.class);

    assertThat(listening.startTls(TlsRole.SERVER)).isEqualTo(WicedResult.SUCCESS);

    assertThat(greeting.join()).isEqualTo(WicedResult.SUCCESS);
    assertThat(listening.receive(Rtos.NO_WAIT).result()).isEqualTo(WicedResult.TIMEOUT);
  }

  /// Somebody in the middle must not be able to put words before the handshake that count behind
  /// it.
  @Test
  void whatCameInClearIsNotReceivedBehindTheHandshake() {
    connect();
    socket.sendBuffer(new byte[] {'W'});
    server.log().await(WicedEvent.SegmentReceived.class);
    var _ = startTls();

    assertThat(listening.startTls(TlsRole.SERVER)).isEqualTo(WicedResult.ERROR);

    assertThat(server.log().awaitDiagnostic("tls-not-tls")).isNotEmpty();
  }

  @Test
  void tlsBeginsOnce() {
    connect();
    CompletableFuture<WicedResult> greeting = startTls();
    assertThat(listening.startTls(TlsRole.SERVER)).isEqualTo(WicedResult.SUCCESS);
    assertThat(greeting.join()).isEqualTo(WicedResult.SUCCESS);

    assertThat(listening.startTls(TlsRole.SERVER)).isEqualTo(WicedResult.ERROR);

    socket.sendBuffer(new byte[] {'W'});
    assertThat(listening.receive(20_000).result()).isEqualTo(WicedResult.SUCCESS);
    assertThat(server.log().awaitDiagnostic("tls-begun")).contains("once");
  }

  private Bench.Played board(Ipv4Address address) {
    return bench.play(
        TestBoard.course(), new SystemClock(), new LanAccess(bench.lan(), address, Map.of()));
  }

  private void connect() {
    listening.listen(PORT);
    CompletableFuture<WicedResult> accepted = CompletableFuture.supplyAsync(listening::accept);
    assertThat(socket.connect(Bench.BOARD, PORT, 10_000)).isEqualTo(WicedResult.SUCCESS);
    assertThat(accepted.join()).isEqualTo(WicedResult.SUCCESS);
    Identity identity = Certs.selfSigned();
    Tls tls = server.wiced().tls();
    listening.enableTls(
        tls.initContext(
            tls.initIdentity(
                Pem.encode(identity.privateKey()).getBytes(US_ASCII),
                Certs.pem(identity.certificate())),
            null));
    socket.enableTls(client.wiced().tls().initContext(null));
  }

  private CompletableFuture<WicedResult> startTls() {
    return CompletableFuture.supplyAsync(() -> socket.startTls(TlsRole.CLIENT));
  }
}
