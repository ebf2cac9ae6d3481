package org.wicedsim.pki;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The identity store among processes (SPEC 2.8).
class IdentityStoreProcessesIT {
  private static final int RACERS = 4;
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @TempDir Path state;
  @TempDir Path warmUp;

  @Test
  void processesThatStartTogetherEndWithOneIdentity() throws Exception {
    List<String> serials = race(NOW);

    assertThat(serials).hasSize(RACERS).containsOnly(serialInFolder());
    assertThat(entries()).containsExactly("class");
  }

  @Test
  void processesThatFindItExpiredTogetherEndWithOneNewIdentity() throws Exception {
    String old = ask(List.of());

    List<String> serials = race(NOW.plus(Duration.ofDays(36_500)));

    assertThat(serials).hasSize(RACERS).containsOnly(serialInFolder()).doesNotContain(old);
    assertThat(entries()).hasSize(2);
  }

  /// Loading BouncyCastle would cost every start of the product.
  @Test
  void readingAnIdentityLoadsNothingOfBouncyCastle() throws Exception {
    String serial = ask(List.of());

    String log = ask(List.of("-Xlog:class+load"));

    assertThat(log).contains("org.wicedsim.pki.IdentityStore ").contains(serial);
    assertThat(log).doesNotContain("org.bouncycastle");
  }

  /// What each of many processes gets: none may go before all are ready.
  private List<String> race(Instant now) throws IOException {
    List<Process> racers = new ArrayList<>();
    for (int i = 0; i < RACERS; i++) {
      racers.add(start(List.of(), now, warmUp.resolve("own" + i).toString()));
    }
    for (Process racer : racers) {
      byte[] ready = racer.getInputStream().readNBytes(StoreProcess.READY.length());
      assertThat(new String(ready, StandardCharsets.UTF_8)).isEqualTo(StoreProcess.READY);
    }
    for (Process racer : racers) {
      racer.getOutputStream().write('\n');
      racer.getOutputStream().flush();
    }
    return racers.stream().map(racer -> Processes.end(racer, "").output().strip()).toList();
  }

  private String ask(List<String> flags) {
    String output = Processes.end(start(flags, NOW, "-"), "\n").output();
    return output.replaceFirst("^" + StoreProcess.READY, "").strip();
  }

  private Process start(List<String> flags, Instant now, String warmUpFolder) {
    return Processes.startJava(
        flags, StoreProcess.class, state.resolve("class"), now, warmUpFolder);
  }

  private String serialInFolder() {
    Path file = state.resolve("class").resolve(IdentityStore.CERTIFICATE_FILE);
    return Pem.certificates(file).getFirst().getSerialNumber().toString();
  }

  private List<String> entries() throws IOException {
    try (Stream<Path> entries = Files.list(state)) {
      return entries.map(entry -> entry.getFileName().toString()).toList();
    }
  }
}
