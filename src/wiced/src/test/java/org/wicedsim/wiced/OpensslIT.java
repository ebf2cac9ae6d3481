package org.wicedsim.wiced;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wicedsim.hal.SystemClock;
import org.wicedsim.hal.TlsProfile;
import org.wicedsim.pki.Identity;
import org.wicedsim.pki.Pem;
import org.wicedsim.wiced.TlsRefusal.Reason;
import org.wicedsim.wiced.testing.Bench;
import org.wicedsim.wiced.testing.Certs;
import org.wicedsim.wiced.testing.TestBoard;

/// SPEC 3.5 against `openssl s_server`, which shares no code with the board's TLS.
class OpensslIT {
  private static final int PORT = 40_508;
  private static final Identity ROOT = Certs.root("Test root");
  private static final Identity MIDDLE = Certs.intermediate(ROOT, "Test intermediate");
  private static final Identity SERVER = Certs.issuedBy(MIDDLE);

  @RegisterExtension final Bench bench = new Bench();

  @TempDir Path folder;

  @BeforeAll
  static void opensslIsThere() throws InterruptedException {
    boolean there;
    try {
      there = new ProcessBuilder("openssl", "version").start().waitFor() == 0;
    } catch (IOException _) {
      there = false;
    }
    assumeTrue(there, "openssl is installed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-tls1_2", "-tls1_3"})
  void octetsTravelBothWays(String version) throws IOException {
    Process server = serve(SERVER, version);
    Bench.Played played = bench.play();
    TcpSocket socket = sealed(played, Certs.NAME, ROOT.certificate());

    assertThat(connect(socket)).isEqualTo(WicedResult.SUCCESS);

    TcpStream stream = played.wiced().tcp().streamInit(socket);
    stream.write("W01D6050001\n".getBytes(ISO_8859_1));
    stream.flush();
    awaitOutput("W01D6050001");
    server.getOutputStream().write("A01D6050001".getBytes(ISO_8859_1));
    server.getOutputStream().flush();
    byte[] answer = new byte[11];
    assertThat(stream.read(answer, 10_000)).isEqualTo(WicedResult.SUCCESS);
    assertThat(answer).asString().isEqualTo("A01D6050001");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-tls1_2", "-tls1_3"})
  void aSelfSignedServerAndAnIntermediateAreAnchors(String version) throws IOException {
    serve(SERVER, version);

    assertThat(connect(sealed(bench.play(), Certs.NAME, MIDDLE.certificate())))
        .isEqualTo(WicedResult.SUCCESS);
  }

  @Test
  void aSelfSignedServerIsItsOwnAnchor() throws IOException {
    Identity server = Certs.selfSigned();
    serve(server);

    assertThat(connect(sealed(bench.play(), Certs.NAME, server.certificate())))
        .isEqualTo(WicedResult.SUCCESS);
  }

  /// The course's own certificate was such a one.
  @Test
  void theWicedProfileTakesASelfSignedServerWithSha1() throws IOException {
    Identity server = Certs.sha1SelfSigned();
    serve(server, "-tls1_2", "-cipher", "DEFAULT@SECLEVEL=0");

    assertThat(connect(sealed(wicedProfile(), null, server.certificate())))
        .isEqualTo(WicedResult.SUCCESS);
  }

  @ParameterizedTest
  @CsvSource({
    "EXPIRED, -tls1_2", "EXPIRED, -tls1_3",
    "NOT_YET_VALID, -tls1_2", "NOT_YET_VALID, -tls1_3",
    "WRONG_NAME, -tls1_2", "WRONG_NAME, -tls1_3",
    "UNTRUSTED, -tls1_2", "UNTRUSTED, -tls1_3",
    "BAD_SIGNATURE, -tls1_2", "BAD_SIGNATURE, -tls1_3",
  })
  void aServerThatIsNotTrustedIsRefusedWithItsReason(Reason reason, String version)
      throws IOException {
    serve(
        switch (reason) {
          case EXPIRED -> Certs.issuedBy(ROOT, Certs.expired());
          case NOT_YET_VALID -> Certs.issuedBy(ROOT, Certs.notYetValid());
          case WRONG_NAME -> Certs.issuedBy(ROOT, Certs.named("CN=x", "x.example"));
          case UNTRUSTED -> Certs.selfSigned();
          default -> Certs.withBrokenSignature(SERVER);
        },
        version);
    Bench.Played played = bench.play();

    assertThat(connect(sealed(played, Certs.NAME, ROOT.certificate())))
        .isEqualTo(WicedResult.ERROR);

    assertThat(played.log().await(WicedEvent.TlsRefused.class).refusal().reason())
        .isEqualTo(reason);
  }

  @Test
  void aSha1SignatureIsRefused() throws IOException {
    serve(Certs.sha1IssuedBy(ROOT), "-tls1_2", "-cipher", "DEFAULT@SECLEVEL=0");
    Bench.Played played = bench.play();

    assertThat(connect(sealed(played, null, ROOT.certificate()))).isEqualTo(WicedResult.ERROR);

    assertThat(played.log().await(WicedEvent.TlsRefused.class).refusal().reason())
        .isEqualTo(Reason.BAD_SIGNATURE);
  }

  @Test
  void aDemandedClientCertificateFailsTheConnectUnderTls12() throws IOException {
    serve(SERVER, "-tls1_2", "-Verify", "1", "-verify_return_error");
    Bench.Played played = bench.play();

    assertThat(connect(sealed(played, null, ROOT.certificate()))).isEqualTo(WicedResult.ERROR);

    assertThat(played.log().awaitDiagnostic("tls-certificate-demanded"))
        .contains("demands a client certificate");
  }

  @Test
  void aDemandedClientCertificateFailsTheFirstReadUnderTls13() throws IOException {
    serve(SERVER, "-tls1_3", "-Verify", "1", "-verify_return_error");
    Bench.Played played = bench.play();
    TcpSocket socket = sealed(played, null, ROOT.certificate());

    assertThat(connect(socket)).isEqualTo(WicedResult.SUCCESS);
    assertThat(played.wiced().tcp().streamInit(socket).read(new byte[1], 10_000))
        .isEqualTo(WicedResult.TLS_FATAL_ALERT);

    assertThat(played.log().awaitDiagnostic("tls-certificate-demanded"))
        .contains("demands a client certificate");
  }

  @Test
  void noCommonVersionIsItsOwnReason() throws IOException {
    serve(SERVER, "-tls1_3");
    Bench.Played played = wicedProfile();

    assertThat(connect(sealed(played, null))).isEqualTo(WicedResult.ERROR);

    assertThat(played.log().await(WicedEvent.TlsRefused.class).refusal().reason())
        .isEqualTo(Reason.NO_COMMON_PROTOCOL);
  }

  @Test
  void noCommonCipherSuiteIsItsOwnReason() throws IOException {
    serve(SERVER, "-tls1_2", "-cipher", "ECDHE-ECDSA-CAMELLIA128-SHA256");
    Bench.Played played = bench.play();

    assertThat(connect(sealed(played, null))).isEqualTo(WicedResult.ERROR);

    assertThat(played.log().await(WicedEvent.TlsRefused.class).refusal().reason())
        .isEqualTo(Reason.NO_COMMON_PROTOCOL);
  }

  private Bench.Played wicedProfile() {
    return bench.play(
        TestBoard.course().withTlsProfile(TlsProfile.WICED), new SystemClock(), bench.access());
  }

  private Process serve(Identity identity, String... options) throws IOException {
    Path certificate = folder.resolve("server.pem");
    Path chain = folder.resolve("chain.pem");
    Path key = folder.resolve("server.key");
    Pem.write(certificate, List.of(identity.certificate()));
    Pem.write(key, identity.privateKey());
    List<String> command = new ArrayList<>(List.of("openssl", "s_server"));
    command.addAll(List.of("-accept", bench.serverAt(PORT).getHostString() + ":" + PORT));
    command.addAll(List.of("-cert", certificate.toString(), "-key", key.toString()));
    if (identity.chain().size() > 1) {
      Pem.write(chain, identity.chain().subList(1, identity.chain().size()));
      command.addAll(List.of("-cert_chain", chain.toString()));
    }
    command.addAll(List.of(options));
    Process server =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output().toFile())
            .start();
    bench.keep(() -> {
      server.destroyForcibly();
      server.waitFor();
    });
    awaitOutput("ACCEPT");
    return server;
  }

  private void awaitOutput(String line) {
    await()
        .untilAsserted(
            () -> assertThat(output()).content().as("openssl's output").contains(line + "\n"));
  }

  private Path output() {
    return folder.resolve("output");
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
}
