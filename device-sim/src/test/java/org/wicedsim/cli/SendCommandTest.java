package org.wicedsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wicedsim.pki.CertificateMaker;
import org.wicedsim.pki.CertificateSpec;
import org.wicedsim.pki.Identity;
import org.wicedsim.pki.KeyKind;
import org.wicedsim.pki.Pem;
import org.wicedsim.pki.Purpose;
import org.wicedsim.wwep.ConnectionMode;
import org.wicedsim.wwepserver.BindFailedException;
import org.wicedsim.wwepserver.ClassServer;
import org.wicedsim.wwepserver.ClassServerConfig;
import org.wicedsim.wwepserver.ServerIdentity;
import org.wicedsim.wwepserver.TlsSettings;
import org.wicedsim.wwepserver.Transport;

class SendCommandTest {
  @TempDir private Path folder;
  private Identity identity;
  private ClassServer server;

  @BeforeEach
  void startServer() throws IOException {
    identity = identityFor("localhost");
    server = start(ConnectionMode.ONE_SHOT);
  }

  @AfterEach
  void stopServer() {
    server.close();
  }

  // SPEC 1.10, the worked examples.
  @Test
  void answersArePrintedALineEachAndTheFirstThatIsNotAcceptedCounts() {
    CommandRun run = send("W0FAC0B1234", "R0FAC0B", "W01234", "R0BAC0B");

    assertThat(run.out().lines()).containsExactly("A0FAC0B1234", "A0FAC0B1234", "X", "X");
    assertThat(run.exitCode()).isEqualTo(ExitCode.EXPECTATION_FAILED.code());
  }

  @Test
  void allAcceptedIsSuccess() {
    assertThat(send("W0FAC0B1234").exitCode()).isZero();
  }

  @Test
  void keepAliveSendsAllMessagesOnOneConnection() throws IOException {
    server.close();
    server = start(ConnectionMode.PERSISTENT);

    CommandRun run = send("--keep-alive", "W0FAC0B0001", "W0FAC0B0002", "R0FAC0B");

    assertThat(run.out().lines()).containsExactly("A0FAC0B0001", "A0FAC0B0002", "A0FAC0B0002");
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void aServerThatIsNotThereIsNoConnection() throws IOException {
    int free;
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = probe.getLocalPort();
    }

    CommandRun run = CommandRun.of("send", "--host", "127.0.0.1", "--port", "" + free, "R0FAC0B");

    assertThat(run.exitCode()).isEqualTo(ExitCode.NO_CONNECTION.code());
    assertThat(run.err()).contains("127.0.0.1:" + free);
  }

  @Test
  void aServerThatClosesWithoutAWordIsNoAnswer() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> closeNext(silent));

      CommandRun run =
          CommandRun.of(
              "send", "--host", "127.0.0.1", "--port", "" + silent.getLocalPort(), "R0FAC0B");

      assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_ANSWER.code());
      assertThat(run.err()).contains("no answer to R0FAC0B");
    }
  }

  @Test
  void tlsVerifiesTheServerByTheGivenCertificate() {
    Path trusted = write(identity);

    CommandRun run = sendTls("--ca", trusted.toString(), "W0FAC0B1234");

    assertThat(run.err()).isEmpty();
    assertThat(run.out().strip()).isEqualTo("A0FAC0B1234");
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void tlsRefusesAServerThatAnotherCertificateProves() {
    Path other = write(identityFor("localhost"));

    CommandRun run = sendTls("--ca", other.toString(), "W0FAC0B1234");

    assertThat(run.exitCode()).isEqualTo(ExitCode.TLS_REFUSED.code());
    assertThat(run.out()).isEmpty();
  }

  @Test
  void tlsRefusesACertificateForAnotherName() throws IOException {
    server.close();
    identity = identityFor("elsewhere.example");
    server = start(ConnectionMode.ONE_SHOT);

    CommandRun run = sendTls("--ca", write(identity).toString(), "W0FAC0B1234");

    assertThat(run.exitCode()).isEqualTo(ExitCode.TLS_REFUSED.code());
  }

  @Test
  void insecureTakesWhoeverAnswers() {
    assertThat(sendTls("--insecure", "W0FAC0B1234").exitCode()).isZero();
  }

  @Test
  void aMissingCertificateFileIsNamed() {
    CommandRun run = sendTls("--ca", "no-such.pem", "R0FAC0B");

    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT_FILE.code());
    assertThat(run.err()).contains("no-such.pem");
  }

  @Test
  void howToVerifyTlsNeedsTls() {
    CommandRun run = send("--insecure", "R0FAC0B");

    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE.code());
    assertThat(run.err()).contains("give --tls too");
  }

  private CommandRun send(String... more) {
    return run(Transport.PLAIN, more);
  }

  private CommandRun sendTls(String... more) {
    return run(Transport.TLS, Stream.concat(Stream.of("--tls"), Stream.of(more)).toList());
  }

  private CommandRun run(Transport transport, String... more) {
    return run(transport, List.of(more));
  }

  private CommandRun run(Transport transport, List<String> more) {
    List<String> target =
        List.of("send", "--host", "localhost", "--port", "" + server.port(transport));
    return CommandRun.of(Stream.concat(target.stream(), more.stream()).toArray(String[]::new));
  }

  private ClassServer start(ConnectionMode mode) throws BindFailedException, IOException {
    return ClassServer.start(
        ClassServerConfig.builder()
            .plainPort(0)
            .tls(
                new TlsSettings(
                    0, new ServerIdentity(identity.privateKey(), identity.chain()), List.of()))
            .mode(mode)
            .build());
  }

  private Path write(Identity shown) {
    Path file = folder.resolve("trusted.pem");
    Pem.write(file, shown.chain());
    return file;
  }

  private static Identity identityFor(String name) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    return CertificateMaker.selfSigned(
        CertificateSpec.of(
                "CN=" + name,
                Purpose.SERVER,
                now.minus(1, ChronoUnit.DAYS),
                now.plus(1, ChronoUnit.DAYS))
            .withAlternativeNames(List.of(name), List.of()),
        KeyKind.EC_P256);
  }

  private static void closeNext(ServerSocket listener) {
    try (Socket peer = listener.accept()) {
      peer.getInputStream().readNBytes(7);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
