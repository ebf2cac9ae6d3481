package org.wicedsim.wiced;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wicedsim.hal.BoardDescription;
import org.wicedsim.hal.SystemClock;
import org.wicedsim.hal.TlsProfile;
import org.wicedsim.pki.CertificateMaker;
import org.wicedsim.pki.CertificateSpec;
import org.wicedsim.pki.Identity;
import org.wicedsim.pki.KeyKind;
import org.wicedsim.pki.Pem;
import org.wicedsim.pki.Purpose;
import org.wicedsim.wiced.TlsRefusal.Reason;
import org.wicedsim.wiced.testing.Bench;
import org.wicedsim.wiced.testing.Bench.Played;
import org.wicedsim.wiced.testing.OpensslServer;
import org.wicedsim.wiced.testing.TestBoard;

/// TLS of a board against a real openssl, with certificates made for each case (SPEC 3.5, 3.6).
class TlsOpensslIT {
  private static final String NAME = "wwep.ww101.cypress.com";
  private static final int PORT = 40508;
  private static final long TIMEOUT_MS = 5_000;

  @RegisterExtension final Bench bench = new Bench();
  @TempDir private Path folder;

  @BeforeAll
  static void opensslIsInstalled() {
    boolean installed =
        Stream.of(System.getenv("PATH").split(":"))
            .anyMatch(path -> Files.isExecutable(Path.of(path, "openssl")));
    assumeThat(installed).as("openssl is installed").isTrue();
  }

  @ParameterizedTest
  @CsvSource({"-tls1_2, TLSv1.2", "-tls1_3, TLSv1.3"})
  void aSelfSignedServerIsTrustedByItsOwnCertificate(String option, String protocol)
      throws IOException {
    Identity server = selfSigned(NAME, inDays(-1), inDays(1));
    serve(server, option);
    Played played = bench.play();
    TcpSocket socket = tlsSocket(played, NAME, server);

    assertThat(connect(socket)).isEqualTo(WicedResult.SUCCESS);

    assertThat(exchange(played, socket)).isEqualTo("321\n");
    assertThat(played.log().all(WicedEvent.TlsEstablished.class))
        .singleElement()
        .extracting(WicedEvent.TlsEstablished::protocol)
        .isEqualTo(protocol);
    assertThat(socket.delete()).isEqualTo(WicedResult.SUCCESS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"root", "intermediate"})
  void aChainMayEndAtARootOrAtAnIntermediate(String anchor) throws IOException {
    Identity root = ca("Root");
    Identity intermediate = CertificateMaker.issuedBy(root, spec("Middle", Purpose.CA), key());
    Identity server = issued(intermediate, NAME, inDays(-1), inDays(1));
    serve(server);
    Played played = bench.play();
    TcpSocket socket = tlsSocket(played, NAME, anchor.equals("root") ? root : intermediate);

    assertThat(connect(socket)).isEqualTo(WicedResult.SUCCESS);
  }

  @Test
  void aServerOfAnotherCaIsRefused() throws IOException {
    serve(issued(ca("Real"), NAME, inDays(-1), inDays(1)));

    assertRefused(bench.play(), NAME, ca("Real"), Reason.UNTRUSTED);
  }

  @Test
  void anExpiredCertificateIsRefused() throws IOException {
    Identity root = ca("Root");
    serve(issued(root, NAME, inDays(-2), inDays(-1)));

    assertRefused(bench.play(), NAME, root, Reason.EXPIRED);
  }

  @Test
  void aSelfSignedCertificateThatExpiredIsRefusedEvenWhereItIsTheAnchor() throws IOException {
    Identity server = selfSigned(NAME, inDays(-2), inDays(-1));
    serve(server);

    assertRefused(bench.play(), NAME, server, Reason.EXPIRED);
  }

  @Test
  void aCertificateOfTomorrowIsRefused() throws IOException {
    Identity root = ca("Root");
    serve(issued(root, NAME, inDays(1), inDays(2)));

    assertRefused(bench.play(), NAME, root, Reason.NOT_YET_VALID);
  }

  @Test
  void aCertificateForAnotherNameIsRefused() throws IOException {
    Identity server = selfSigned("other.example", inDays(-1), inDays(1));
    serve(server);

    assertRefused(bench.play(), NAME, server, Reason.WRONG_NAME);
  }

  // SPEC 3.5: a leaf that another issued is no anchor.
  @Test
  void aLeafThatAnotherIssuedIsNoAnchor() throws IOException {
    Identity server = issued(ca("Root"), NAME, inDays(-1), inDays(1));
    serve(server);

    assertRefused(bench.play(), NAME, server, Reason.UNTRUSTED);
  }

  @Test
  void withoutARootCaEverybodyIsAcceptedAndADiagnosticSaysSo() throws IOException {
    serve(selfSigned("other.example", inDays(-1), inDays(1)));
    Played played = bench.play();
    TcpSocket socket = played.wiced().tcp().createSocket(Interface.STA);
    socket.enableTls(played.wiced().tls().initContext(null));

    assertThat(connect(socket)).isEqualTo(WicedResult.SUCCESS);
    assertThat(played.log().diagnosticCodes()).contains("tls-unverified");
  }

  // SPEC 3.5: the SDK had no clock, and did not compare the peer name.
  @Test
  void theProfileWicedChecksNeitherDatesNorThePeerName() throws IOException {
    Identity root = ca("Root");
    serve(issued(root, "other.example", inDays(-2), inDays(-1)));
    Played played = bench.play(wicedProfile(), new SystemClock(), bench.access());
    TcpSocket socket = tlsSocket(played, NAME, root);

    assertThat(connect(socket)).isEqualTo(WicedResult.SUCCESS);
  }

  @Test
  void theProfileWicedStillRefusesAnotherCa() throws IOException {
    serve(issued(ca("Real"), NAME, inDays(-1), inDays(1)));

    assertRefused(
        bench.play(wicedProfile(), new SystemClock(), bench.access()),
        NAME,
        ca("Real"),
        Reason.UNTRUSTED);
  }

  private static BoardDescription wicedProfile() {
    return TestBoard.course().withTlsProfile(TlsProfile.WICED);
  }

  // SPEC 3.5: under TLS 1.2 connect fails with 4.
  @Test
  void aDemandedClientCertificateFailsTheConnectUnderTls12() throws IOException {
    Identity server = selfSigned(NAME, inDays(-1), inDays(1));
    serve(server, "-tls1_2", "-Verify", "1", "-verify_return_error");

    assertRefused(bench.play(), NAME, server, Reason.CERTIFICATE_DEMANDED);
  }

  // SPEC 3.5: under TLS 1.3 connect may succeed; the first read fails then.
  @Test
  void aDemandedClientCertificateFailsTheFirstReadUnderTls13() throws IOException {
    Identity server = selfSigned(NAME, inDays(-1), inDays(1));
    serve(server, "-tls1_3", "-Verify", "1", "-verify_return_error");
    Played played = bench.play();
    TcpSocket socket = tlsSocket(played, NAME, server);

    WicedResult connected = connect(socket);
    WicedResult read = played.wiced().tcp().streamInit(socket).read(new byte[1], TIMEOUT_MS);

    assertThat(connected).isIn(WicedResult.SUCCESS, WicedResult.ERROR);
    assertThat(read).isNotEqualTo(WicedResult.SUCCESS);
    assertReason(played, Reason.CERTIFICATE_DEMANDED);
  }

  @Test
  void aServerThatSpeaksOnlyWhatTheBoardDoesNotIsRefused() throws IOException {
    Identity server = selfSigned(NAME, inDays(-1), inDays(1));
    serve(server, "-tls1_3");

    assertRefused(
        bench.play(wicedProfile(), new SystemClock(), bench.access()),
        NAME,
        server,
        Reason.NO_COMMON_PROTOCOL);
  }

  // A class server without TLS takes the handshake for an illegal request.
  @Test
  void aPlainServerBehindTheTlsPortIsNamed() {
    bench.listen(
        PORT,
        client -> {
          client.send("X");
          client.finish();
          return client.readToEnd();
        });

    assertRefused(bench.play(), NAME, ca("Root"), Reason.NOT_TLS);
  }

  private void assertRefused(Played played, String name, Identity trusted, Reason reason) {
    TcpSocket socket = tlsSocket(played, name, trusted);

    assertThat(connect(socket)).isEqualTo(WicedResult.ERROR);

    assertReason(played, reason);
    assertThat(socket.state()).isEqualTo(SocketState.CLOSED);
  }

  private static void assertReason(Played played, Reason reason) {
    Awaitility.await()
        .untilAsserted(() ->
            assertThat(played.log().all(WicedEvent.TlsRefused.class))
                .singleElement()
                .extracting(refused -> refused.refusal().reason())
                .isEqualTo(reason));
    Awaitility.await()
        .untilAsserted(() -> assertThat(played.log().diagnosticCodes()).contains(reason.code()));
  }

  private void serve(Identity identity, String... options) throws IOException {
    bench.keep(OpensslServer.start(bench.serverAt(PORT), identity, folder, options));
  }

  private static TcpSocket tlsSocket(Played played, String name, Identity trusted) {
    Wiced wiced = played.wiced();
    TcpSocket socket = wiced.tcp().createSocket(Interface.STA);
    byte[] root = Pem.encode(trusted.certificate()).getBytes(StandardCharsets.US_ASCII);
    assertThat(wiced.tls().initRootCaCertificates(root)).isEqualTo(WicedResult.SUCCESS);
    socket.enableTls(wiced.tls().initContext(name));
    return socket;
  }

  private static WicedResult connect(TcpSocket socket) {
    return socket.connect(Bench.SERVER, PORT, TIMEOUT_MS);
  }

  private static String exchange(Played played, TcpSocket socket) {
    TcpStream stream = played.wiced().tcp().streamInit(socket);
    stream.write("123\n".getBytes(StandardCharsets.US_ASCII));
    stream.flush();
    byte[] answer = new byte[4];
    assertThat(stream.read(answer, TIMEOUT_MS)).isEqualTo(WicedResult.SUCCESS);
    return new String(answer, StandardCharsets.US_ASCII);
  }

  private static Identity ca(String name) {
    return CertificateMaker.selfSigned(spec(name, Purpose.CA), key());
  }

  private static CertificateSpec spec(String name, Purpose purpose) {
    return CertificateSpec.of("CN=" + name, purpose, inDays(-1), inDays(1));
  }

  private static Identity selfSigned(String name, Instant from, Instant until) {
    return CertificateMaker.selfSigned(serverSpec(name, from, until), key());
  }

  private static Identity issued(Identity issuer, String name, Instant from, Instant until) {
    return CertificateMaker.issuedBy(issuer, serverSpec(name, from, until), key());
  }

  private static CertificateSpec serverSpec(String name, Instant from, Instant until) {
    return CertificateSpec.of("CN=" + name, Purpose.SERVER, from, until)
        .withAlternativeNames(List.of(name), List.of());
  }

  private static Instant inDays(int days) {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(days, ChronoUnit.DAYS);
  }

  private static KeyKind key() {
    return KeyKind.EC_P256;
  }
}
