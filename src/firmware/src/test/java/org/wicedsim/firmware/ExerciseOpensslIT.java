package org.wicedsim.firmware;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wicedsim.firmware.ExerciseServer.Kind;
import org.wicedsim.pki.Identity;
import org.wicedsim.pki.Pem;

/// The exercises that speak TLS, with openssl, which shares no code with the board's TLS.
class ExerciseOpensslIT {
  private static final String REQUEST = "W01D6050001";
  private static final String ANSWER = "A01D6050001";

  @RegisterExtension private final ExerciseLan lan = new ExerciseLan();

  @TempDir private Path folder;

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
  @CsvSource({
    "EXERCISE_05, -tls1_2", "EXERCISE_05, -tls1_3",
    "EXERCISE_07, -tls1_2", "EXERCISE_07, -tls1_3",
  })
  void opensslIsServed(Kind kind, String version) throws IOException {
    ExerciseServer server = ExerciseServer.start(lan, kind);
    Path root = Files.writeString(folder.resolve("root.pem"), server.certificate());

    Process client =
        openssl(
            List.of("s_client", "-connect", place(), "-CAfile", root.toString(), "-quiet", version),
            List.of("-verify_return_error", "-verify_hostname", "wwep.ww101.cypress.com"));
    say(client, REQUEST);

    ExerciseLan.await("the answer", () -> output().contains(ANSWER));
    server.awaitTransactions(REQUEST + " -> " + ANSWER);
  }

  @ParameterizedTest
  @CsvSource({
    "SECURE_CLIENT, 1, -tls1_2", "SECURE_CLIENT, 1, -tls1_3",
    "DUAL_CLIENT, 2, -tls1_2", "DUAL_CLIENT, 2, -tls1_3",
  })
  void opensslServes(Exercise exercise, int button, String version) throws IOException {
    Identity identity = ExerciseServer.identity("CN=wwep.ww101.cypress.com");
    Path certificate = folder.resolve("server.pem");
    Path key = folder.resolve("server.key");
    Pem.write(certificate, identity.chain());
    Pem.write(key, identity.privateKey());
    Process server =
        openssl(
            List.of("s_server", "-accept", place(), version),
            List.of("-cert", certificate.toString(), "-key", key.toString()));
    ExerciseLan.await("openssl listens", () -> output().contains("ACCEPT\n"));
    ExerciseBoard board = lan.client(exercise.firmware(""), Pem.encode(identity.chain()));

    board.tap(button);
    ExerciseLan.await("the request", () -> output().contains(REQUEST));
    say(server, ANSWER);

    board.awaitConsole("Accepted " + REQUEST + "\n");
    assertThat(board.diagnostics()).isEmpty();
  }

  private String place() {
    return lan.serverAddress().getHostAddress() + ":" + ExerciseServer.TLS_PORT;
  }

  private Process openssl(List<String> arguments, List<String> more) throws IOException {
    Process process =
        new ProcessBuilder(
                Stream.of(List.of("openssl"), arguments, more).flatMap(List::stream).toList())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output").toFile())
            .start();
    lan.keep(() -> {
      process.destroyForcibly();
      process.waitFor();
    });
    return process;
  }

  private static void say(Process process, String octets) throws IOException {
    process.getOutputStream().write(octets.getBytes(ISO_8859_1));
    process.getOutputStream().flush();
  }

  private String output() throws IOException {
    return Files.readString(folder.resolve("output"), ISO_8859_1);
  }
}
