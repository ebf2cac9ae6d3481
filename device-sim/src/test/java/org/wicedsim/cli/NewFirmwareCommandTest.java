package org.wicedsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewFirmwareCommandTest {
  @TempDir private Path folder;

  @Test
  void fileThatIsWrittenCompilesAndRuns() throws IOException {
    CommandRun written = create("Blink");
    Path script =
        Files.writeString(
            folder.resolve("test.script"),
            """
            expect console "Device id 01D6" within 10s
            tap 1
            expect led 1 on within 2s
            expect console "LED on"
            tap 1
            expect led 1 off within 2s
            """);

    Path file = folder.resolve("Blink.java");
    CommandRun run =
        CommandRun.of("run", "--lan", "free", "--script", script.toString(), file.toString());

    assertThat(written.exitCode()).as(written.err()).isZero();
    assertThat(written.out()).contains("./wiced-sim run " + file);
    assertThat(run.exitCode()).as(run.err() + run.out()).isZero();
  }

  @Test
  void nothingIsOverwritten() throws IOException {
    Path file = Files.writeString(folder.resolve("Blink.java"), "mine");

    CommandRun run = create("Blink");

    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT_FILE.code());
    assertThat(run.err()).contains("Blink.java is there already");
    assertThat(file).hasContent("mine");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1st", "my-firmware", "class", "Blink.java", "a/b", "", "a b"})
  void whatIsNoJavaNameIsRefused(String name) throws IOException {
    CommandRun run = create(name);

    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE.code());
    assertThat(run.err()).contains("'" + name + "'", "Blink");
    assertThat(folder).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Firmware", "Wiced", "String"})
  void nameOfAClassThatTheFirmwareUsesIsRefused(String name) {
    CommandRun run = create(name);

    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE.code());
    assertThat(run.err()).contains("'" + name + "'", "choose another");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void applicationInCThatIsWrittenBuildsWithoutAWord() {
    CommandRun written = createInC("Client-1");

    CommandRun build = CommandRun.of("build", folder.resolve("Client-1").toString());

    assertThat(written.exitCode()).as(written.err()).isZero();
    assertThat(written.out()).contains("./wiced-sim run " + folder.resolve("Client-1"));
    assertThat(build.exitCode()).as(build.err()).isZero();
    assertThat(build.err()).isEmpty();
    assertThat(folder.resolve("Client-1"))
        .isDirectoryContaining("glob:**/Client-1.c")
        .isDirectoryContaining("glob:**/Client-1.mk");
  }

  @Test
  void folderThatIsThereIsNotTouched() throws IOException {
    Path taken = Files.createDirectory(folder.resolve("Client"));

    CommandRun run = createInC("Client");

    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT_FILE.code());
    assertThat(run.err()).contains("Client is there already");
    assertThat(taken).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1st", "a/b", "a b", "", "a.b"})
  void whatIsNoNameOfAnApplicationIsRefused(String name) {
    CommandRun run = createInC(name);

    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE.code());
    assertThat(run.err()).contains("'" + name + "'", "Blink");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void folderThatIsNotThereIsNamed() {
    CommandRun run = CommandRun.of("new", "firmware", "Blink", "--dir", folder + "/none");

    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT_FILE.code());
    assertThat(run.err()).contains("none/Blink.java", "there is no such folder");
  }

  @Test
  void whatIsNewMustBeSaid() {
    CommandRun run = CommandRun.of("new");

    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE.code());
    assertThat(run.err()).contains("firmware");
  }

  private CommandRun createInC(String name) {
    return CommandRun.of("new", "firmware", "--c", name, "--dir", folder.toString());
  }

  private CommandRun create(String name) {
    return CommandRun.of("new", "firmware", name, "--dir", folder.toString());
  }
}
