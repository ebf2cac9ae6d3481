package org.wicedsim.wiced;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wicedsim.hal.Ipv4Address;
import org.wicedsim.hal.SystemClock;
import org.wicedsim.hal.TlsProfile;
import org.wicedsim.pki.Identity;
import org.wicedsim.pki.Pem;
import org.wicedsim.wiced.TlsRefusal.Reason;
import org.wicedsim.wiced.testing.Bench;
import org.wicedsim.wiced.testing.Certs;
import org.wicedsim.wiced.testing.Guest;
import org.wicedsim.wiced.testing.TestBoard;

/// Two boards on one LAN, one of them the TLS server (SPEC 3.5): identities, and who verifies whom.
class TlsServerRoleTest {
  private static final int PORT = 40_508;
  private static final Ipv4Address OTHER = Ipv4Address.of(198, 51, 100, 15);
  private static final Identity ROOT = Certs.root("Test root");
  private static final Identity SERVER = Certs.issuedBy(ROOT);
  private static final Identity CLIENT = Certs.client(ROOT);
  private static final Identity STRANGER = Certs.client(Certs.root("Another root"));

  @RegisterExtension final Bench bench = new Bench();

  @ParameterizedTest
  @EnumSource(TlsProfile.class)
  void octetsTravelBothWays(TlsProfile profile) {
    Bench.Played server = board(Bench.BOARD, profile);
    Bench.Played client = board(OTHER, profile);
    CompletableFuture<WicedResult> served = serve(server, identity(server, SERVER));
    client.wiced().tls().initRootCaCertificates(Certs.pem(ROOT.certificate()));

    TcpSocket socket = client.wiced().tcp().createSocket(Interface.STA);
    socket.enableTls(client.wiced().tls().initContext(Certs.NAME));

    assertThat(connect(socket)).isEqualTo(WicedResult.SUCCESS);
    assertThat(exchange(client, socket)).isEqualTo("X");
    assertThat(served.join()).isEqualTo(WicedResult.SUCCESS);
    assertThat(server.log().await(WicedEvent.TlsEstablished.class).protocol())
        .isEqualTo(profile == TlsProfile.MODERN ? "TLSv1.3" : "TLSv1.2");
  }

  @Test
  void theServerSendsTheChainOfItsIdentity() {
    Identity middle = Certs.intermediate(ROOT, "Test intermediate");
    Identity leaf = Certs.issuedBy(middle);
    Bench.Played server = board(Bench.BOARD, TlsProfile.MODERN);
    Bench.Played client = board(OTHER, TlsProfile.MODERN);
    var _ = serve(server, identity(server, leaf));
    client.wiced().tls().initRootCaCertificates(Certs.pem(ROOT.certificate()));

    assertThat(connect(sealed(client, null))).isEqualTo(WicedResult.SUCCESS);
  }

  @Test
  void aClientThatDoesNotTrustTheServerEndsTheHandshakeOnBothSides() {
    Bench.Played server = board(Bench.BOARD, TlsProfile.MODERN);
    Bench.Played client = board(OTHER, TlsProfile.MODERN);
    CompletableFuture<WicedResult> served = serve(server, identity(server, SERVER));
    client.wiced().tls().initRootCaCertificates(Certs.pem(STRANGER.certificate()));

    assertThat(connect(sealed(client, null))).isEqualTo(WicedResult.ERROR);

    assertThat(served.join()).isEqualTo(WicedResult.ERROR);
    assertThat(server.log().await(WicedEvent.TlsRefused.class).refusal().reason())
        .isEqualTo(Reason.PEER_ALERT);
  }

  @Test
  void aServerWithRootCertificatesVerifiesItsClients() {
    Bench.Played server = board(Bench.BOARD, TlsProfile.MODERN);
    Bench.Played client = board(OTHER, TlsProfile.MODERN);
    server.wiced().tls().initRootCaCertificates(Certs.pem(ROOT.certificate()));
    CompletableFuture<WicedResult> served = serve(server, identity(server, SERVER));

    TcpSocket socket = sealed(client, identity(client, CLIENT));

    assertThat(connect(socket)).isEqualTo(WicedResult.SUCCESS);
    assertThat(exchange(client, socket)).isEqualTo("X");
    assertThat(served.join()).isEqualTo(WicedResult.SUCCESS);
  }

  @ParameterizedTest
  @EnumSource(TlsProfile.class)
  void aClientWithoutACertificateIsToldWhatIsDemanded(TlsProfile profile) {
    Bench.Played server = board(Bench.BOARD, profile);
    Bench.Played client = board(OTHER, profile);
    server.wiced().tls().initRootCaCertificates(Certs.pem(ROOT.certificate()));
    CompletableFuture<WicedResult> served = serve(server, identity(server, SERVER));

    TcpSocket socket = sealed(client, null);
    WicedResult connected = connect(socket);
    WicedResult result = connected.isSuccess() ? socket.receive(20_000).result() : connected;

    assertThat(result).isNotEqualTo(WicedResult.SUCCESS);
    assertThat(client.log().awaitDiagnostic("tls-certificate-demanded")).isNotEmpty();
    assertThat(served.join()).isEqualTo(WicedResult.ERROR);
    assertThat(server.log().await(WicedEvent.TlsRefused.class).refusal().reason())
        .isEqualTo(Reason.CLIENT_CERTIFICATE_MISSING);
  }

  @Test
  void aClientOfAnotherRootIsRefused() {
    Bench.Played server = board(Bench.BOARD, TlsProfile.MODERN);
    Bench.Played client = board(OTHER, TlsProfile.MODERN);
    server.wiced().tls().initRootCaCertificates(Certs.pem(ROOT.certificate()));
    CompletableFuture<WicedResult> served = serve(server, identity(server, SERVER));

    var _ = connect(sealed(client, identity(client, STRANGER)));

    assertThat(served.join()).isEqualTo(WicedResult.ERROR);
    assertThat(server.log().await(WicedEvent.TlsRefused.class).refusal().reason())
        .isEqualTo(Reason.UNTRUSTED);
  }

  @Test
  void aServerWithAnEmptyIdentityFailsEveryHandshake() {
    Bench.Played server = board(Bench.BOARD, TlsProfile.MODERN);
    Bench.Played client = board(OTHER, TlsProfile.MODERN);
    TlsIdentity empty = server.wiced().tls().initIdentity(new byte[0], new byte[0]);
    CompletableFuture<WicedResult> served = serve(server, empty);

    assertThat(connect(sealed(client, null))).isEqualTo(WicedResult.ERROR);

    assertThat(empty.result()).isEqualTo(WicedResult.SUCCESS);
    assertThat(served.join()).isEqualTo(WicedResult.ERROR);
    assertThat(server.log().awaitDiagnostic("tls-no-identity")).contains("certificate and key");
  }

  @Test
  void anIdentityThatCannotBeReadIsPending() {
    Bench.Played server = board(Bench.BOARD, TlsProfile.MODERN);
    byte[] nonsense = "-----BEGIN NONSENSE-----".getBytes(ISO_8859_1);

    assertThat(server.wiced().tls().initIdentity(nonsense, nonsense).result())
        .isEqualTo(WicedResult.PENDING);
    assertThat(server.log().awaitDiagnostic("bad-identity")).isNotEmpty();
  }

  @Test
  void aClientThatSpeaksNoTlsFailsTheHandshakeAndTheNextOneIsServed() {
    Bench.Played server = board(Bench.BOARD, TlsProfile.MODERN);
    Bench.Played client = board(OTHER, TlsProfile.MODERN);
    TcpSocket listening = listening(server, identity(server, SERVER));
    Guest guest = bench.keep(Guest.connect(bench.lan(), OTHER, Bench.BOARD, PORT));
    guest.send("W01D6050001");

    assertThat(listening.accept()).isEqualTo(WicedResult.ERROR);

    assertThat(server.log().awaitDiagnostic("tls-not-tls")).isNotEmpty();
    CompletableFuture<WicedResult> next = CompletableFuture.supplyAsync(listening::accept);
    assertThat(connect(sealed(client, null))).isEqualTo(WicedResult.SUCCESS);
    assertThat(next.join()).isEqualTo(WicedResult.SUCCESS);
  }

  @Test
  void theServerNameExtensionIsSentAndComparedInBothProfiles() {
    for (TlsProfile profile : TlsProfile.values()) {
      Bench.Played server = board(Bench.BOARD, profile);
      Bench.Played client = board(OTHER, profile);
      client.wiced().tls().initRootCaCertificates(Certs.pem(ROOT.certificate()));
      var _ = serve(server, identity(server, SERVER));
      TlsContext context = client.wiced().tls().initContext(null);
      context.setExtension(new TlsExtension.ServerName("other.example"));
      TcpSocket socket = client.wiced().tcp().createSocket(Interface.STA);
      socket.enableTls(context);

      assertThat(connect(socket)).as("profile %s", profile).isEqualTo(WicedResult.ERROR);
      assertThat(client.log().awaitDiagnostic("tls-wrong-name")).contains("other.example");
      server.board().close();
      client.board().close();
    }
  }

  @Test
  void theWicedProfileIgnoresThePeerName() {
    Bench.Played server = board(Bench.BOARD, TlsProfile.WICED);
    Bench.Played client = board(OTHER, TlsProfile.WICED);
    client.wiced().tls().initRootCaCertificates(Certs.pem(ROOT.certificate()));
    var _ = serve(server, identity(server, SERVER));
    TcpSocket socket = client.wiced().tcp().createSocket(Interface.STA);
    socket.enableTls(client.wiced().tls().initContext("other.example"));

    assertThat(connect(socket)).isEqualTo(WicedResult.SUCCESS);
  }

  @Test
  void aServerOfSeveralConnectionsSealsEachOfThem() {
    Bench.Played server = board(Bench.BOARD, TlsProfile.MODERN);
    Bench.Played client = board(OTHER, TlsProfile.MODERN);
    TcpServer[] running = new TcpServer[1];
    CompletableFuture<WicedResult> accepted = new CompletableFuture<>();
    TcpServer.Started started =
        server
            .wiced()
            .tcp()
            .startServer(
                Interface.STA,
                PORT,
                2,
                socket -> accepted.complete(running[0].accept(socket)),
                null,
                null);
    running[0] = ((TcpServer.Started.Running) started).server();
    running[0].enableTls(identity(server, SERVER));
    client.wiced().tls().initRootCaCertificates(Certs.pem(ROOT.certificate()));

    assertThat(connect(sealed(client, null))).isEqualTo(WicedResult.SUCCESS);
    assertThat(accepted.join()).isEqualTo(WicedResult.SUCCESS);
  }

  @Test
  void whatAContextTrustsCountsInPlaceOfWhatTheBoardTrusts() {
    Bench.Played server = board(Bench.BOARD, TlsProfile.MODERN);
    Bench.Played client = board(OTHER, TlsProfile.MODERN);
    TcpSocket listening = listening(server, identity(server, SERVER));
    client.wiced().tls().initRootCaCertificates(Certs.pem(STRANGER.certificate()));
    TlsContext context = client.wiced().tls().initContext(null);
    CompletableFuture<WicedResult> served = CompletableFuture.supplyAsync(listening::accept);

    assertThat(context.setRootCaCertificates(Certs.pem(ROOT.certificate())))
        .isEqualTo(WicedResult.SUCCESS);
    TcpSocket socket = client.wiced().tcp().createSocket(Interface.STA);
    socket.enableTls(context);

    assertThat(connect(socket)).isEqualTo(WicedResult.SUCCESS);
    assertThat(served.join()).isEqualTo(WicedResult.SUCCESS);
    assertThat(context.setRootCaCertificates(new byte[] {1})).isEqualTo(WicedResult.ERROR);
  }

  @Test
  void tlsMayBeginOnAConnectedSocket() {
    Bench.Played server = board(Bench.BOARD, TlsProfile.MODERN);
    Bench.Played client = board(OTHER, TlsProfile.MODERN);
    var _ = serve(server, identity(server, SERVER));
    TcpSocket socket = client.wiced().tcp().createSocket(Interface.STA);
    assertThat(socket.startTls(TlsRole.CLIENT)).isEqualTo(WicedResult.SOCKET_CLOSED);
    connect(socket);
    assertThat(socket.startTls(TlsRole.CLIENT)).isEqualTo(WicedResult.ERROR);
    socket.enableTls(client.wiced().tls().initContext(null));

    assertThat(socket.startTls(TlsRole.CLIENT)).isEqualTo(WicedResult.SUCCESS);
    assertThat(exchange(client, socket)).isEqualTo("X");
  }

  @Test
  void aContextThatWasResetServesAgain() {
    Bench.Played server = board(Bench.BOARD, TlsProfile.MODERN);
    Bench.Played client = board(OTHER, TlsProfile.MODERN);
    TcpSocket listening = listening(server, identity(server, SERVER));
    TlsContext context = client.wiced().tls().initContext(null);
    for (int i = 0; i < 2; i++) {
      CompletableFuture<WicedResult> served = CompletableFuture.supplyAsync(listening::accept);
      TcpSocket socket = client.wiced().tcp().createSocket(Interface.STA);
      socket.enableTls(context);
      assertThat(connect(socket)).isEqualTo(WicedResult.SUCCESS);
      assertThat(served.join()).isEqualTo(WicedResult.SUCCESS);
      socket.delete();
      assertThat(context.reset()).isEqualTo(WicedResult.SUCCESS);
    }
  }

  private Bench.Played board(Ipv4Address address, TlsProfile profile) {
    return bench.play(
        TestBoard.course().withTlsProfile(profile),
        new SystemClock(),
        new LanAccess(bench.lan(), address, Map.of()));
  }

  private static TlsIdentity identity(Bench.Played board, Identity identity) {
    return board
        .wiced()
        .tls()
        .initIdentity(
            Pem.encode(identity.privateKey()).getBytes(ISO_8859_1),
            Pem.encode(identity.chain()).getBytes(ISO_8859_1));
  }

  private static TcpSocket listening(Bench.Played board, TlsIdentity identity) {
    TcpSocket socket = board.wiced().tcp().createSocket(Interface.STA);
    socket.enableTls(board.wiced().tls().initContext(identity, null));
    assertThat(socket.listen(PORT)).isEqualTo(WicedResult.SUCCESS);
    return socket;
  }

  /// Accepts one client, reads seven octets of it if the handshake succeeds, and answers X.
  private static CompletableFuture<WicedResult> serve(Bench.Played board, TlsIdentity identity) {
    TcpSocket socket = listening(board, identity);
    return CompletableFuture.supplyAsync(() -> {
      WicedResult result = socket.accept();
      if (result.isSuccess()) {
        TcpStream stream = board.wiced().tcp().streamInit(socket);
        stream.read(new byte[7], 10_000);
        stream.write("X".getBytes(ISO_8859_1));
        stream.deinit();
      }
      return result;
    });
  }

  private static TcpSocket sealed(Bench.Played board, @Nullable TlsIdentity identity) {
    TcpSocket socket = board.wiced().tcp().createSocket(Interface.STA);
    socket.enableTls(board.wiced().tls().initContext(identity, null));
    return socket;
  }

  private static WicedResult connect(TcpSocket socket) {
    return socket.connect(Bench.BOARD, PORT, 10_000);
  }

  private static String exchange(Bench.Played board, TcpSocket socket) {
    TcpStream stream = board.wiced().tcp().streamInit(socket);
    stream.write("R01D605".getBytes(ISO_8859_1));
    stream.flush();
    byte[] answer = new byte[1];
    stream.read(answer, 10_000);
    return new String(answer, ISO_8859_1);
  }
}
