package org.wicedsim.cli.mitm;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wicedsim.pki.Impostor;
import org.wicedsim.pki.Pem;
import org.wicedsim.wwepserver.ClassServer;
import org.wicedsim.wwepserver.ClassServerConfig;
import org.wicedsim.wwepserver.ServerIdentity;
import org.wicedsim.wwepserver.TlsSettings;
import org.wicedsim.wwepserver.Transport;

/// A client that is not Java's: the `openssl s_client` of this machine.
class OpensslInTheMiddleIT {
  private static final String REQUEST = "W01D6050001";

  @TempDir private Path folder;
  private ClassServer server;

  @BeforeAll
  static void findOpenssl() throws InterruptedException {
    try {
      new ProcessBuilder("openssl", "version").start().waitFor();
    } catch (IOException e) {
      Assumptions.abort("SKIPPED: these tests need the program openssl on the PATH: " + e);
    }
  }

  @BeforeEach
  void startServer() throws Exception {
    ServerIdentity identity = new ServerIdentity(Middle.REAL.privateKey(), Middle.REAL.chain());
    server =
        ClassServer.start(
            ClassServerConfig.builder()
                .plainPort(0)
                .tls(new TlsSettings(0, identity, List.of()))
                .build());
  }

  @AfterEach
  void stopServer() {
    server.close();
  }

  @Test
  void withoutVerificationItIsReadInClear() throws Exception {
    try (Middle middle = middle(Impostor.SELF_SIGNED)) {
      assertThat(client(middle)).endsWith("A01D6050001");
      assertThat(middle.text(Direction.TO_TARGET)).isEqualTo(REQUEST);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "SELF_SIGNED, verify error",
    "OTHER_CA, verify error",
    "EXPIRED, certificate has expired",
    "WRONG_NAME, hostname mismatch",
    "STOLEN_CERTIFICATE, bad signature",
    "PROTOCOL_DOWNGRADE, unsupported protocol",
  })
  void withVerificationItRefusesEveryImpostor(Impostor impostor, String words) throws Exception {
    Path anchor = folder.resolve("anchor.pem");
    Pem.write(anchor, Middle.REAL.chain());
    try (Middle middle = middle(impostor)) {
      String said =
          client(
              middle,
              "-CAfile",
              anchor.toString(),
              "-verify_return_error",
              // openssl 3.0 waits for the certificate of a TLS 1.1 server unless told not to.
              "-min_protocol",
              "TLSv1.2",
              "-verify_hostname",
              "wwep.ww101.cypress.com");

      assertThat(said).containsIgnoringCase(words).doesNotContain("A01D6050001");
      assertThat(middle.await(MitmEvent.Refused.class).why()).startsWith("refused this");
      assertThat(middle.all(MitmEvent.Read.class)).isEmpty();
    }
  }

  private Middle middle(Impostor impostor) throws IOException {
    return Middle.tls(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port(Transport.TLS)),
        impostor);
  }

  /// What it printed; it ends with the connection.
  private static String client(Middle middle, String... options) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                "openssl",
                "s_client",
                "-quiet",
                "-connect",
                "127.0.0.1:" + middle.address().getPort()));
    command.addAll(List.of(options));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try {
      process.getOutputStream().write(REQUEST.getBytes(ISO_8859_1));
      process.getOutputStream().flush();
      return new String(process.getInputStream().readAllBytes(), ISO_8859_1);
    } finally {
      process.destroyForcibly();
    }
  }
}
