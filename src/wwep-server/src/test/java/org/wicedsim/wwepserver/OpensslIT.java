package org.wicedsim.wwepserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wicedsim.pki.Identity;
import org.wicedsim.pki.Pem;
import org.wicedsim.wwep.ConnectionMode;

/// A TLS stack that is not Java's: the `openssl s_client` of this machine.
class OpensslIT {
  private static final int LIMIT_SECONDS = 60;

  @TempDir private Path folder;

  @BeforeAll
  static void findOpenssl() {
    try {
      run("", "openssl", "version");
    } catch (IOException | InterruptedException e) {
      Assumptions.abort("SKIPPED: these tests need the program openssl on the PATH: " + e);
    }
  }

  private record Outcome(int exitCode, String text) {}

  private static Outcome run(String input, String... command)
      throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try {
      process.getOutputStream().write(input.getBytes(StandardCharsets.US_ASCII));
      process.getOutputStream().flush();
      // The sending side stays open until the server ends the connection.
      String text =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
      return new Outcome(process.exitValue(), text);
    } finally {
      process.destroyForcibly();
    }
  }

  private static TestServer server(TlsSettings settings) throws Exception {
    return TestServer.start(builder -> builder.tls(settings));
  }

  private Outcome client(TestServer server, String input, String... options) throws Exception {
    Path anchor = folder.resolve("anchor.pem");
    if (anchor.toFile().length() == 0) {
      Pem.write(anchor, TestPki.SERVER.chain());
    }
    List<String> command =
        new ArrayList<>(
            List.of(
                "openssl",
                "s_client",
                "-connect",
                "127.0.0.1:" + server.port(Transport.TLS),
                "-CAfile",
                anchor.toString(),
                "-verify_return_error"));
    command.addAll(List.of(options));
    return run(input, command.toArray(new String[0]));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-tls1_2", "-tls1_3"})
  void requestIsAnsweredAndTheConnectionEndsCleanly(String version) throws Exception {
    try (TestServer server = server(TestPki.settings())) {
      Outcome outcome = client(server, "W0FAC0B1234", version, "-quiet");

      assertThat(outcome.text()).endsWith("A0FAC0B1234").doesNotContain("unexpected eof");
      assertThat(outcome.exitCode()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"-tls1_2", "-tls1_3"})
  void requestCutShortIsRefused(String version) throws Exception {
    try (TestServer server = server(TestPki.settings())) {
      assertThat(client(server, "W01234", version, "-quiet").text()).endsWith("X");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"-tls1_2", "-tls1_3"})
  void clientCertificateOfTheDemandedAuthorityIsAccepted(String version) throws Exception {
    try (TestServer server = server(TestPki.mutualSettings())) {
      Outcome outcome = clientWith(TestPki.CLIENT, server, version);

      assertThat(outcome.text()).endsWith("A0FAC0B1234");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"-tls1_2", "-tls1_3"})
  void clientCertificateOfAnotherAuthorityIsRefused(String version) throws Exception {
    try (TestServer server = server(TestPki.mutualSettings())) {
      Outcome outcome = clientWith(TestPki.STRANGER, server, version);

      assertThat(outcome.text()).contains("alert").doesNotContain("A0FAC0B1234");
      assertThat(server.transactions).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"-tls1_2", "-tls1_3"})
  void missingClientCertificateIsRefused(String version) throws Exception {
    try (TestServer server = server(TestPki.mutualSettings())) {
      Outcome outcome = client(server, "W0FAC0B1234", version, "-quiet");

      assertThat(outcome.text()).contains("alert").doesNotContain("A0FAC0B1234");
      assertThat(server.transactions).isEmpty();
    }
  }

  private Outcome clientWith(Identity own, TestServer server, String version) throws Exception {
    Path certificate = folder.resolve("client.pem");
    Path key = folder.resolve("client.key");
    Pem.write(certificate, own.chain());
    Pem.write(key, own.privateKey());
    return client(
        server,
        "W0FAC0B1234",
        version,
        "-quiet",
        "-cert",
        certificate.toString(),
        "-key",
        key.toString());
  }

  // Security level 0 lets the client offer what it would not offer by itself.
  @ParameterizedTest
  @ValueSource(strings = {"-tls1", "-tls1_1"})
  void versionsBelowTls12AreRefused(String version) throws Exception {
    try (TestServer server = server(TestPki.settings())) {
      Outcome outcome =
          client(server, "W0FAC0B1234", version, "-quiet", "-cipher", "ALL:@SECLEVEL=0");

      assertThat(outcome.exitCode()).isNotZero();
      assertThat(server.transactions).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ECDHE-ECDSA-AES128-SHA256", "AES128-GCM-SHA256", "AES128-SHA"})
  void suitesWithoutAeadOrForwardSecrecyAreRefused(String suite) throws Exception {
    try (TestServer server = server(TestPki.settings())) {
      Outcome outcome = client(server, "W0FAC0B1234", "-tls1_2", "-quiet", "-cipher", suite);

      assertThat(outcome.exitCode()).isNotZero();
      assertThat(server.transactions).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"-tls1_2", "-tls1_3"})
  void sessionIsResumed(String version) throws Exception {
    Path session = folder.resolve("session.pem");
    try (TestServer server = server(TestPki.settings())) {
      client(server, "W0FAC0B1234", version, "-ign_eof", "-sess_out", session.toString());
      Outcome again =
          client(server, "R0FAC0B", version, "-ign_eof", "-sess_in", session.toString());

      assertThat(again.text()).contains("Reused, ").contains("A0FAC0B1234");
    }
  }

  // A line of R alone makes s_client renegotiate; TLS 1.3 has no such thing. The JVM of the tests
  // has the property that TlsSettings names.
  @Test
  void renegotiationIsRefused() throws Exception {
    try (TestServer server =
        TestServer.start(
            builder -> builder.mode(ConnectionMode.PERSISTENT).tls(TestPki.settings()))) {
      Outcome outcome = client(server, "R\n", "-tls1_2");

      assertThat(outcome.text()).contains("RENEGOTIATING").contains("alert handshake failure");
      assertThat(server.transactions).isEmpty();
    }
  }
}
