package org.wicedsim.hal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// SPEC 2.3: writes survive a power cut whole or not at all. A kill at a random moment of a process
/// that does nothing but write stands for the cut.
class DctPowerCutIT {
  private static final int CUTS = 120;
  private static final int MOST_ROUNDS = 12;
  private static final int LONGEST_DELAY_NS = 4_000_000;

  @TempDir Path folder;
  private final List<String> notes = new ArrayList<>();

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void aWriteThatIsCutIsWholeOrNotThereAtAll() throws Exception {
    Random random = new Random(23);
    int present = 0;
    for (int cut = 1; cut <= CUTS; cut++) {
      int confirmed = writeUntilCut(present + 1, random);

      byte[] after = open().read(DctSection.APP, 0, DctSection.APP.octets()).toBytes();

      int round = after[0];
      assertThat(after).as("all octets after cut %d", cut).containsOnly(round);
      assertThat((byte) (round - present))
          .as("rounds that are there after cut %d", cut)
          .isIn((byte) confirmed, (byte) (confirmed + 1));
      present = round;
    }
    assertThat(notes).isEmpty();
  }

  /// Starts a writer, kills it, and returns how many of its rounds it said to be done.
  private int writeUntilCut(int firstRound, Random random) throws Exception {
    Process writer = start(firstRound);
    try {
      int rounds = 1 + random.nextInt(MOST_ROUNDS);
      assertThat(writer.getInputStream().readNBytes(rounds)).hasSize(rounds);
      long until = System.nanoTime() + random.nextInt(LONGEST_DELAY_NS);
      while (System.nanoTime() < until) {
        Thread.onSpinWait();
      }
      // The handle's kill leaves what the writer said for us to read.
      assertThat(writer.toHandle().destroyForcibly()).isTrue();
      return rounds + writer.getInputStream().readAllBytes().length;
    } finally {
      writer.destroyForcibly().waitFor();
    }
  }

  private Process start(int firstRound) throws IOException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            classPath(),
            DctWriter.class.getName(),
            file().toString(),
            Integer.toString(firstRound));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private Dct open() {
    return Dct.keptIn(file(), Descriptions.course(), notes::add);
  }

  private Path file() {
    return folder.resolve("board.dct");
  }

  private static String classPath() {
    return Stream.of(DctWriter.class, Dct.class, LoadSettings.class)
        .map(DctPowerCutIT::placeOf)
        .distinct()
        .collect(Collectors.joining(System.getProperty("path.separator")));
  }

  private static String placeOf(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    return Path.of(source.getLocation().getPath()).toString();
  }
}
