package org.wicedsim.wiced;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.net.ssl.SSLServerSocket;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wicedsim.hal.ManualClock;
import org.wicedsim.hal.SystemClock;
import org.wicedsim.hal.TlsProfile;
import org.wicedsim.pki.CertificateMaker;
import org.wicedsim.pki.Identity;
import org.wicedsim.pki.KeyKind;
import org.wicedsim.wiced.TlsRefusal.Reason;
import org.wicedsim.wiced.testing.Bench;
import org.wicedsim.wiced.testing.Certs;
import org.wicedsim.wiced.testing.Peer;
import org.wicedsim.wiced.testing.TestBoard;

/// SPEC 3.5 and 3.6 against servers of the JDK and servers that are none.
class TlsTest {
  private static final int PORT = 40_508;
  private static final Identity ROOT = Certs.root("Test root");
  private static final Identity MIDDLE = Certs.intermediate(ROOT, "Test intermediate");
  private static final Identity SERVER = Certs.issuedBy(MIDDLE);

  @RegisterExtension final Bench bench = new Bench();

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void octetsTravelBothWays(String version) {
    Peer<String> peer =
        bench.listenTls(
            PORT,
            SERVER,
            null,
            listener -> listener.setEnabledProtocols(new String[] {version}),
            client -> {
              String request = client.read(11);
              client.send("A01D6050001");
              return request;
            });
    Bench.Played played = bench.play();
    TcpSocket socket = sealed(played, Certs.NAME, ROOT.certificate());

    assertThat(connect(socket)).isEqualTo(WicedResult.SUCCESS);

    assertThat(exchange(played, socket, "W01D6050001", 11)).isEqualTo("A01D6050001");
    assertThat(peer.next()).isEqualTo("W01D6050001");
    WicedEvent.TlsEstablished established = played.log().await(WicedEvent.TlsEstablished.class);
    assertThat(established.socket()).isEqualTo(1);
    assertThat(established.protocol()).isEqualTo(version);
    assertThat(established.cipherSuite()).startsWith("TLS_");
    assertThat(played.log().all(WicedEvent.SegmentSent.class))
        .allMatch(WicedEvent.SegmentSent::tls);
    assertThat(played.log().all(WicedEvent.SegmentReceived.class))
        .isNotEmpty()
        .allMatch(WicedEvent.SegmentReceived::tls);
    assertThat(played.log().diagnosticCodes()).isEmpty();
  }

  @Test
  void anRsaServerIsTrustedToo() {
    Identity server = CertificateMaker.selfSigned(Certs.server(), KeyKind.RSA_2048);
    bench.listenTls(PORT, server, Peer.Client::readToEnd);

    assertThat(connect(sealed(bench.play(), Certs.NAME, server.certificate())))
        .isEqualTo(WicedResult.SUCCESS);
  }

  @Test
  void withoutARootCertificateNothingIsVerifiedAndADiagnosticSaysSo() {
    bench.listenTls(PORT, Certs.issuedBy(ROOT, Certs.expired()), Peer.Client::readToEnd);
    Bench.Played played = bench.play();

    assertThat(connect(sealed(played, "other.example"))).isEqualTo(WicedResult.SUCCESS);

    assertThat(played.log().diagnosticCodes()).containsExactly("tls-unverified");
    assertThat(played.log().awaitDiagnostic("tls-unverified")).contains("no root CA is set");
  }

  @Test
  void aRootThatWasTakenAwayNoLongerVerifies() {
    bench.listenTls(PORT, SERVER, Peer.Client::readToEnd);
    Bench.Played played = bench.play();
    TcpSocket socket = sealed(played, null, Certs.root("Another").certificate());

    played.wiced().tls().deinitRootCaCertificates();

    assertThat(connect(socket)).isEqualTo(WicedResult.SUCCESS);
    assertThat(played.log().diagnosticCodes()).containsExactly("tls-unverified");
  }

  @Test
  void rootsReplaceEarlierOnes() {
    bench.listenTls(PORT, SERVER, Peer.Client::readToEnd);
    Bench.Played played = bench.play();
    TcpSocket socket = sealed(played, null, ROOT.certificate());

    played.wiced().tls().initRootCaCertificates(Certs.pem(Certs.root("Another").certificate()));

    assertThat(connect(socket)).isEqualTo(WicedResult.ERROR);
  }

  @Test
  void noOctetsOfRootsChangeNothing() {
    bench.listenTls(PORT, SERVER, Peer.Client::readToEnd);
    Bench.Played played = bench.play();
    TcpSocket socket = sealed(played, null, ROOT.certificate());

    assertThat(played.wiced().tls().initRootCaCertificates(new byte[0]))
        .isEqualTo(WicedResult.SUCCESS);

    assertThat(connect(socket)).isEqualTo(WicedResult.SUCCESS);
    assertThat(played.log().diagnosticCodes()).isEmpty();
  }

  @Test
  void rootsThatCannotBeReadAreAnErrorAndLeaveNone() {
    bench.listenTls(PORT, SERVER, Peer.Client::readToEnd);
    Bench.Played played = bench.play();
    TcpSocket socket = sealed(played, null, ROOT.certificate());

    assertThat(played.wiced().tls().initRootCaCertificates("nonsense".getBytes(ISO_8859_1)))
        .isEqualTo(WicedResult.ERROR);

    assertThat(connect(socket)).isEqualTo(WicedResult.SUCCESS);
    assertThat(played.log().diagnosticCodes()).containsExactly("bad-root-ca", "tls-unverified");
  }

  @ParameterizedTest
  @CsvSource({
    "EXPIRED, tls-expired",
    "NOT_YET_VALID, tls-not-yet-valid",
    "WRONG_NAME, tls-wrong-name",
    "UNTRUSTED, tls-untrusted",
    "BAD_SIGNATURE, tls-bad-signature",
  })
  void aServerThatIsNotTrustedIsRefusedWithItsReason(Reason reason, String code) {
    Identity server =
        switch (reason) {
          case EXPIRED -> Certs.issuedBy(ROOT, Certs.expired());
          case NOT_YET_VALID -> Certs.issuedBy(ROOT, Certs.notYetValid());
          case WRONG_NAME -> Certs.issuedBy(ROOT, Certs.named("CN=x", "x.example"));
          case UNTRUSTED -> Certs.selfSigned();
          default -> Certs.withBrokenSignature(SERVER);
        };
    bench.listenTls(PORT, server, Peer.Client::readToEnd);
    Bench.Played played = bench.play();

    WicedResult result = connect(sealed(played, Certs.NAME, ROOT.certificate()));

    assertThat(result).isEqualTo(WicedResult.ERROR);
    assertRefused(played, reason, code);
  }

  @Test
  void aFailedHandshakeLeavesTheSocketClosedAndUnbound() {
    bench.listenTls(PORT, Certs.selfSigned(), Peer.Client::readToEnd);
    Bench.Played played = bench.play();
    TcpSocket socket = sealed(played, null, ROOT.certificate());
    socket.bind(5_000);

    connect(socket);

    assertThat(socket.state()).isEqualTo(SocketState.CLOSED);
    assertThat(socket.bind(5_000)).isEqualTo(WicedResult.SUCCESS);
    assertThat(played.log().all(WicedEvent.TlsEstablished.class)).isEmpty();
  }

  /// SPEC 3.5, TLS 1.2: the server refuses within the handshake.
  @Test
  void aDemandedClientCertificateFailsTheConnectUnderTls12() {
    bench.listenTls(PORT, SERVER, ROOT.certificate(), TlsTest::tls12, Peer.Client::readToEnd);
    Bench.Played played = bench.play();

    assertThat(connect(sealed(played, null, ROOT.certificate()))).isEqualTo(WicedResult.ERROR);

    assertRefused(played, Reason.CERTIFICATE_DEMANDED, "tls-certificate-demanded");
  }

  /// SPEC 3.5, TLS 1.3: the client's handshake is over before the server refuses. The alert may
  /// come at any time behind it.
  @Test
  void aDemandedClientCertificateFailsTheFirstReadUnderTls13() {
    bench.listenTls(PORT, SERVER, ROOT.certificate(), _ -> {}, Peer.Client::readToEnd);
    for (int i = 0; i < 10; i++) {
      Bench.Played played = bench.play();
      TcpSocket socket = sealed(played, null, ROOT.certificate());

      assertThat(connect(socket)).isEqualTo(WicedResult.SUCCESS);
      WicedResult read = played.wiced().tcp().streamInit(socket).read(new byte[1], 10_000);

      assertThat(read).isEqualTo(WicedResult.TLS_FATAL_ALERT);
      assertThat(read.code()).isEqualTo(-30_592);
      assertRefused(played, Reason.CERTIFICATE_DEMANDED, "tls-certificate-demanded");
      socket.delete();
    }
  }

  @Test
  void noCommonVersionIsItsOwnReason() {
    bench.listenTls(
        PORT,
        SERVER,
        null,
        listener -> listener.setEnabledProtocols(new String[] {"TLSv1.3"}),
        Peer.Client::readToEnd);
    Bench.Played played =
        bench.play(
            TestBoard.course().withTlsProfile(TlsProfile.WICED), new SystemClock(), bench.access());

    assertThat(connect(sealed(played, null))).isEqualTo(WicedResult.ERROR);

    assertRefused(played, Reason.NO_COMMON_PROTOCOL, "tls-no-common-protocol");
  }

  @Test
  void theWicedProfileSpeaksNoTls13() {
    bench.listenTls(PORT, SERVER, Peer.Client::readToEnd);
    Bench.Played played =
        bench.play(
            TestBoard.course().withTlsProfile(TlsProfile.WICED), new SystemClock(), bench.access());

    connect(sealed(played, "ignored.example", ROOT.certificate()));

    assertThat(played.log().await(WicedEvent.TlsEstablished.class).protocol()).isEqualTo("TLSv1.2");
  }

  /// SPEC 1.7: a WWEP server takes a TLS greeting for an illegal request.
  @Test
  void aWwepServerBehindTheTlsPortIsNotTls() {
    bench.listen(
        PORT,
        client -> {
          client.read(1);
          client.send("X");
          client.finish();
          return client.readToEnd();
        });
    Bench.Played played = bench.play();

    assertThat(connect(sealed(played, null))).isEqualTo(WicedResult.ERROR);

    assertRefused(played, Reason.NOT_TLS, "tls-not-tls");
  }

  @ParameterizedTest
  @ValueSource(strings = {"HTTP/1.1 400 Bad Request\r\n\r\n", "220 mail ESMTP\r\n"})
  void aServerOfAnotherProtocolIsNotTls(String greeting) {
    bench.listen(
        PORT,
        client -> {
          client.send(greeting);
          return client.readToEnd();
        });
    Bench.Played played = bench.play();

    assertThat(connect(sealed(played, null))).isEqualTo(WicedResult.ERROR);

    assertRefused(played, Reason.NOT_TLS, "tls-not-tls");
  }

  @Test
  void aPeerThatClosesDuringTheHandshakeIsItsOwnReason() {
    bench.listen(PORT, client -> client.read(1));
    Bench.Played played = bench.play(new ManualClock());

    assertThat(connect(sealed(played, null))).isEqualTo(WicedResult.ERROR);

    assertRefused(played, Reason.CLOSED, "tls-closed");
  }

  @Test
  void aPeerThatFinishesDuringTheHandshakeIsTheSame() {
    CompletableFuture<Void> over = new CompletableFuture<>();
    bench.listen(
        PORT,
        client -> {
          client.finish();
          return over.get();
        });
    ManualClock clock = new ManualClock();
    Bench.Played played = bench.play(clock);

    CompletableFuture<WicedResult> result =
        CompletableFuture.supplyAsync(() -> connect(sealed(played, null)));

    // Not after 20 s: the clock stands still.
    assertRefused(played, Reason.CLOSED, "tls-closed");
    over.complete(null);
    assertThat(result.join()).isEqualTo(WicedResult.ERROR);
  }

  @Test
  void aPeerThatResetsDuringTheHandshakeIsTheSame() {
    bench.listen(
        PORT,
        client -> {
          client.read(1);
          client.reset();
          return 0;
        });
    Bench.Played played = bench.play(new ManualClock());

    assertThat(connect(sealed(played, null))).isEqualTo(WicedResult.ERROR);

    assertRefused(played, Reason.CLOSED, "tls-closed");
  }

  @Test
  void aSilentPeerIsGivenUpAfterTwentySeconds() {
    bench.listen(
        PORT,
        client -> {
          client.hold();
          return 0;
        });
    ManualClock clock = new ManualClock();
    Bench.Played played = bench.play(clock);
    // The TCP time-out is much shorter, and does not count here.
    CompletableFuture<WicedResult> result =
        CompletableFuture.supplyAsync(
            () -> sealed(played, null).connect(Bench.SERVER, PORT, 60_000));
    played
        .log()
        .await(WicedEvent.SocketChanged.class, change -> change.state() == SocketState.CONNECTED);
    await().until(() -> clock.pending() == 1);
    clock.advance(Duration.ofMillis(19_999));
    assertThat(played.log().all(WicedEvent.TlsRefused.class)).isEmpty();

    clock.advance(Duration.ofMillis(1));

    assertRefused(played, Reason.TIMED_OUT, "tls-timed-out");
    await().until(() -> clock.pending() == 1);
    clock.advance(Duration.ofSeconds(3));
    assertThat(result.join()).isEqualTo(WicedResult.ERROR);
  }

  /// Whoever sits in the middle could put words in a server's mouth otherwise.
  @Test
  void octetsBeforeTheHandshakeNeverReachTheFirmware() {
    bench.listen(
        PORT,
        client -> {
          client.send("A01D6050001");
          return client.readToEnd();
        });
    for (int i = 0; i < 20; i++) {
      Bench.Played played = bench.play();

      assertThat(connect(sealed(played, null))).isEqualTo(WicedResult.ERROR);

      assertThat(played.log().all(WicedEvent.SegmentReceived.class)).isEmpty();
      assertRefused(played, Reason.NOT_TLS, "tls-not-tls");
    }
  }

  @Test
  void aRefusedTcpConnectionIsNoTlsFailure() {
    Bench.Played played = bench.play();

    assertThat(connect(sealed(played, null, ROOT.certificate())))
        .isEqualTo(WicedResult.SOCKET_CLOSED);

    assertThat(played.log().diagnosticCodes()).containsExactly("connect-refused");
    assertThat(played.log().all(WicedEvent.TlsRefused.class)).isEmpty();
  }

  /// MBEDTLS_ERR_SSL_PEER_CLOSE_NOTIFY leaks out of the SDK.
  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void theEndOfTheSessionHasACodeOfItsOwn(String version) {
    bench.listenTls(
        PORT,
        SERVER,
        null,
        listener -> listener.setEnabledProtocols(new String[] {version}),
        client -> {
          client.send("last");
          client.finish();
          return client.readToEnd();
        });
    Bench.Played played = bench.play();
    TcpSocket socket = sealed(played, null, ROOT.certificate());
    connect(socket);
    TcpStream stream = played.wiced().tcp().streamInit(socket);

    assertThat(stream.read(new byte[4], 10_000)).isEqualTo(WicedResult.SUCCESS);
    assertThat(stream.read(new byte[1], 10_000)).isEqualTo(WicedResult.TLS_PEER_CLOSE_NOTIFY);
    assertThat(WicedResult.TLS_PEER_CLOSE_NOTIFY.code()).isEqualTo(-30_848);
  }

  /// An octet that TLS does not protect is never read, and the user learns of it.
  @Test
  void garbageInsideTheSessionEndsItWithADiagnostic() {
    bench.listen(
        PORT,
        client -> {
          client.sealed(SERVER).startHandshake();
          client.send("this is no TLS record");
          return client.readToEnd();
        });
    Bench.Played played = bench.play();
    TcpSocket socket = sealed(played, null, ROOT.certificate());
    assertThat(connect(socket)).isEqualTo(WicedResult.SUCCESS);

    WicedResult read = played.wiced().tcp().streamInit(socket).read(new byte[1], 10_000);

    assertThat(read).isEqualTo(WicedResult.SOCKET_CLOSED);
    assertThat(socket.state()).isEqualTo(SocketState.CLOSED);
    assertThat(played.log().all(WicedEvent.SegmentReceived.class)).isEmpty();
    assertRefused(played, Reason.BROKEN, "tls-broken");
  }

  @Test
  void manyBoardsShakeHandsAtOnce() {
    bench.listenTls(
        PORT,
        SERVER,
        client -> {
          client.send("hi");
          return client.readToEnd();
        });
    Bench.Played played = bench.play();
    var results =
        IntStream.range(0, 16)
            .mapToObj(_ ->
                CompletableFuture.supplyAsync(() -> {
                  TcpSocket socket = sealed(played, Certs.NAME, ROOT.certificate());
                  connect(socket);
                  WicedResult read =
                      played.wiced().tcp().streamInit(socket).read(new byte[2], 10_000);
                  socket.delete();
                  return read;
                }))
            .toList();

    assertThat(results).allMatch(result -> result.join() == WicedResult.SUCCESS);
  }

  private static void tls12(SSLServerSocket listener) {
    listener.setEnabledProtocols(new String[] {"TLSv1.2"});
  }

  private static TcpSocket sealed(
      Bench.Played played, @Nullable String name, X509Certificate... roots) {
    Wiced wiced = played.wiced();
    if (roots.length > 0) {
      wiced.tls().initRootCaCertificates(Certs.pem(roots));
    }
    TcpSocket socket = wiced.tcp().createSocket(Interface.STA);
    socket.enableTls(wiced.tls().initContext(name));
    return socket;
  }

  private static WicedResult connect(TcpSocket socket) {
    return socket.connect(Bench.SERVER, PORT, 10_000);
  }

  private static String exchange(Bench.Played played, TcpSocket socket, String request, int size) {
    TcpStream stream = played.wiced().tcp().streamInit(socket);
    stream.write(request.getBytes(ISO_8859_1));
    stream.flush();
    byte[] answer = new byte[size];
    stream.read(answer, 10_000);
    return new String(answer, ISO_8859_1);
  }

  /// One event and one diagnostic, and both say the same.
  private static void assertRefused(Bench.Played played, Reason reason, String code) {
    WicedEvent.TlsRefused refused = played.log().await(WicedEvent.TlsRefused.class);
    assertThat(refused.refusal().reason()).isEqualTo(reason);
    assertThat(played.log().awaitDiagnostic(code))
        .contains(refused.refusal().detail(), reason.advice());
    assertThat(played.log().all(WicedEvent.TlsRefused.class)).hasSize(1);
  }
}
