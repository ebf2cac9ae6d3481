package org.wicedsim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wicedsim.hal.LanDescription;
import picocli.CommandLine;

class LanFileOptionTest {
  @TempDir private Path folder;

  @Test
  void withoutTheOptionNothingIsSaidOfTheLan() {
    assertThat(CommandLine.populateCommand(new LanFileOption()).read())
        .isEqualTo(LanDescription.EMPTY);
  }

  @Test
  void theFileIsRead() throws IOException {
    Path file = Files.writeString(folder.resolve("lan.yaml"), "access-points: [{ssid: class}]\n");

    assertThat(read(file).accessPoints()).hasSize(1);
  }

  @Test
  void aMissingFileIsNamed() {
    Path file = folder.resolve("none.yaml");

    assertThatExceptionOfType(CommandException.class)
        .isThrownBy(() -> read(file))
        .withMessageContaining(file.toString());
  }

  private static LanDescription read(Path file) {
    return CommandLine.populateCommand(new LanFileOption(), "--lan-file", file.toString()).read();
  }
}
