package org.wicedsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildCommandTest {
  @TempDir private Path folder;

  @Test
  void imageThatWasBuiltIsNamed() throws IOException {
    CommandRun run = build("#include \"wiced.h\"\nvoid application_start( void ) {}\n");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).startsWith("built ").endsWith("firmware.so\n");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void warningsOfTheCompilerAreShown() throws IOException {
    CommandRun run = build("void application_start( void ) { int unused; }\n");

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).contains("app.c:1:38: warning: unused variable 'unused'");
  }

  @Test
  void sourceThatDoesNotCompileIsABadInputFile() throws IOException {
    CommandRun run = build("void application_start( void ) { result = 1; }\n");

    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT_FILE.code());
    assertThat(run.err()).contains("app.c:1:34: error:", "hint: ");
  }

  @Test
  void applicationThatIsNotThereIsABadInputFile() {
    CommandRun run = CommandRun.of("build", folder.resolve("none").toString());

    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT_FILE.code());
    assertThat(run.err()).contains("none: there is no such file or folder");
  }

  @Test
  void boardIsTheOneThatWasChosen() throws IOException {
    Path source =
        Files.writeString(
            folder.resolve("app.c"),
            """
            #include "wiced.h"
            _Static_assert( WICED_BUTTON1 == WICED_GPIO_18, "" );
            void application_start( void ) {}
            """);

    assertThat(CommandRun.of("build", "--board", "bare", source.toString()).exitCode()).isZero();
  }

  private CommandRun build(String source) throws IOException {
    return CommandRun.of("build", Files.writeString(folder.resolve("app.c"), source).toString());
  }
}
