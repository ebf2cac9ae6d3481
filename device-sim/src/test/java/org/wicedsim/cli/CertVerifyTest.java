package org.wicedsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wicedsim.pki.CertificateMaker;
import org.wicedsim.pki.CertificateSpec;
import org.wicedsim.pki.Identity;
import org.wicedsim.pki.KeyKind;
import org.wicedsim.pki.Pem;
import org.wicedsim.pki.Purpose;
import org.wicedsim.wwepserver.ClassServer;
import org.wicedsim.wwepserver.ClassServerConfig;
import org.wicedsim.wwepserver.ServerIdentity;
import org.wicedsim.wwepserver.TlsSettings;
import org.wicedsim.wwepserver.Transport;

/// `wiced-sim cert verify`, `fetch` and `export`.
class CertVerifyTest {
  private static final Identity ROOT = CertificateMaker.selfSigned(ca("Root"), KeyKind.RSA_2048);
  private static final Identity MIDDLE =
      CertificateMaker.issuedBy(ROOT, ca("Middle"), KeyKind.EC_P256);
  private static final Identity LEAF =
      CertificateMaker.issuedBy(
          MIDDLE,
          spec("site.test", Purpose.SERVER).withAlternativeNames(List.of("site.test"), List.of()),
          KeyKind.EC_P256);

  @TempDir private Path folder;
  private String root = "";
  private String chain = "";

  @BeforeEach
  void writeFiles() {
    root = write("root.pem", ROOT);
    chain = write("chain.pem", LEAF);
  }

  // SPEC 5.1: the four steps.
  @Test
  void everyLinkShowsItsFourSteps() {
    CommandRun run = CommandRun.of("cert", "verify", chain, "--ca", root, "--name", "site.test");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains(
            "1. CN=site.test",
            "2. CN=Middle",
            "3. CN=Root",
            "1 digest     SHA-256 of what was signed: ",
            "2 signature  cannot be opened: SHA256withECDSA computes",
            "2 signature  opened with the key of CN=Root (RSA, 2048 bits): ",
            "3 compared   they fit",
            "4 issuer     CN=Middle is not known, but its certificate came along",
            "4 issuer     CN=Root is known, from " + root,
            "Verified: CN=site.test leads to CN=Root, which is known.");
  }

  @Test
  void theOpenedDigestIsTheComputedOneInHex() {
    JsonObject verdict = verdict("--ca", root);

    JsonObject middle = verdict.getAsJsonArray("links").get(1).getAsJsonObject();
    assertThat(verdict.get("verified").getAsBoolean()).isTrue();
    assertThat(middle.get("opened")).isEqualTo(middle.get("digest"));
    assertThat(middle.get("digest").getAsString()).matches("[0-9a-f]{64}");
  }

  @Test
  void anUnknownIssuerFailsWithTheWayOut() {
    CommandRun run = CommandRun.of("cert", "verify", chain);

    assertThat(run.exitCode()).isEqualTo(ExitCode.EXPECTATION_FAILED.code());
    assertThat(run.out())
        .contains("NOT VERIFIED: CN=site.test", "who signed CN=Middle is not known", "--ca");
  }

  @Test
  void anotherNameFails() {
    CommandRun run = CommandRun.of("cert", "verify", chain, "--ca", root, "--name", "other.test");

    assertThat(run.exitCode()).isEqualTo(ExitCode.EXPECTATION_FAILED.code());
    assertThat(run.out()).contains("it is made for site.test, not for other.test");
  }

  @Test
  void anotherDayFails() {
    JsonObject verdict = verdict("--ca", root, "--at", "2199-01-01");

    assertThat(verdict.get("verified").getAsBoolean()).isFalse();
    assertThat(verdict.getAsJsonArray("faults"))
        .hasSize(3)
        .allMatch(fault -> fault.getAsJsonObject().get("kind").getAsString().equals("expired"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"tomorrow", "2030-13-01", "2030-01-01T00:00"})
  void aDateThatIsNoneIsAWrongCommandLine(String date) {
    CommandRun run = CommandRun.of("cert", "verify", chain, "--at", date);

    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE.code());
    assertThat(run.err()).contains("2030-01-31");
  }

  @Test
  void theRootOfAServerIsFetchedAndVerifiesIt() throws Exception {
    Identity own =
        CertificateMaker.selfSigned(
            spec("localhost", Purpose.SERVER).withAlternativeNames(List.of("localhost"), List.of()),
            KeyKind.EC_P256);
    try (ClassServer server = serve(own)) {
      Path out = folder.resolve("fetched.pem");
      CommandRun run =
          CommandRun.of(
              "cert", "fetch", "localhost:" + server.port(Transport.TLS), "--out", out.toString());

      assertThat(run.exitCode()).isZero();
      assertThat(run.err()).contains("was not verified", "SHA-256");
      assertThat(Pem.certificates(out)).isEqualTo(own.chain());
    }
  }

  @Test
  void theChainAndTheIntermediateAreFetched() throws Exception {
    try (ClassServer server = serve(LEAF)) {
      String target = "127.0.0.1:" + server.port(Transport.TLS);

      assertThat(CommandRun.of("cert", "fetch", target, "--which", "chain").out())
          .isEqualTo(Pem.encode(LEAF.chain()));
      assertThat(CommandRun.of("cert", "fetch", target, "--which", "intermediate").out())
          .isEqualTo(Pem.encode(MIDDLE.certificate()));
    }
  }

  @Test
  void aRootThatIsNowhereIsSaidToBeMissing() throws Exception {
    try (ClassServer server = serve(LEAF)) {
      CommandRun run = CommandRun.of("cert", "fetch", "localhost:" + server.port(Transport.TLS));

      assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_ANSWER.code());
      assertThat(run.err()).contains("did not send its root", "CN=Root", "--which intermediate");
    }
  }

  @Test
  void aServerWithoutTlsIsNamedAsSuch() throws Exception {
    try (ClassServer server = serve(LEAF)) {
      CommandRun run = CommandRun.of("cert", "fetch", "localhost:" + server.port(Transport.PLAIN));

      assertThat(run.exitCode()).isEqualTo(ExitCode.TLS_REFUSED.code());
      assertThat(run.err()).contains("expected a server that speaks TLS");
    }
  }

  @Test
  void aServerThatIsNotThereIsNoConnection() throws IOException {
    int free;
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = probe.getLocalPort();
    }

    CommandRun run = CommandRun.of("cert", "fetch", "127.0.0.1:" + free);

    assertThat(run.exitCode()).isEqualTo(ExitCode.NO_CONNECTION.code());
    assertThat(run.err()).contains("127.0.0.1:" + free);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a:0", "a:65536", "a:b", ":443", "https://a", "::1"})
  void aServerThatIsNoneIsAWrongCommandLine(String server) {
    CommandRun run = CommandRun.of("cert", "fetch", server);

    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE.code());
    assertThat(run.err()).contains("expected HOST or HOST:PORT");
  }

  @Test
  void theClassIdentitysCertificateIsExportedWithoutItsKey() {
    CommandRun run = CommandRun.of("cert", "export");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).doesNotContain("PRIVATE");
    assertThat(Pem.certificates(run.out(), "x").getFirst().getSubjectX500Principal().getName())
        .isEqualTo("CN=wwep.wv101.cypress.com");
  }

  @Test
  void derIsVerifiedToo() throws Exception {
    Path der = Files.write(folder.resolve("root.cer"), ROOT.certificate().getEncoded());

    assertThat(CommandRun.of("cert", "verify", der.toString(), "--ca", der.toString()).exitCode())
        .isZero();
  }

  private JsonObject verdict(String... more) {
    String[] line =
        Stream.concat(Stream.of("cert", "verify", chain, "--json"), Stream.of(more))
            .toArray(String[]::new);
    return JsonParser.parseString(CommandRun.of(line).out()).getAsJsonObject();
  }

  private static ClassServer serve(Identity identity) throws Exception {
    return ClassServer.start(
        ClassServerConfig.builder()
            .plainPort(0)
            .tls(
                new TlsSettings(
                    0, new ServerIdentity(identity.privateKey(), identity.chain()), List.of()))
            .build());
  }

  private String write(String name, Identity identity) {
    Path file = folder.resolve(name);
    Pem.write(file, identity.chain());
    return file.toString();
  }

  private static CertificateSpec ca(String name) {
    return spec(name, Purpose.CA);
  }

  private static CertificateSpec spec(String name, Purpose purpose) {
    Instant now = Instant.now();
    return CertificateSpec.of(
        CertificateSpec.commonName(name),
        purpose,
        now.minus(Duration.ofDays(1)),
        now.plus(Duration.ofDays(90)));
  }
}
