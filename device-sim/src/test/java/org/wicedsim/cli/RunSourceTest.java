package org.wicedsim.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `run MyFirmware.java`; each run has a LAN of its own.
class RunSourceTest {
  private static final String HELLO =
      """
      import org.wicedsim.wiced.Firmware;
      import org.wicedsim.wiced.Wiced;

      public class Hello implements Firmware {
        @Override
        public void applicationStart(Wiced wiced) {
          wiced.init();
          wiced.console().printf("Hello from %s\\n", new Inner().name());
        }

        record Inner() {
          String name() {
            return "memory";
          }
        }
      }
      """;

  @TempDir private Path folder;

  @Test
  void sourceFileIsCompiledAndRun() throws IOException {
    Path file = source("Hello.java", HELLO);

    CommandRun run = run("expect console \"Hello from memory\" within 5s\n", file.toString());

    assertThat(run.exitCode()).as(run.err() + run.out()).isZero();
  }

  /// Nothing of the compiler's work is left behind.
  @Test
  void sourceFileIsCompiledInMemory() throws IOException {
    Path file = source("Hello.java", HELLO);

    CommandRun _ = run("", file.toString());

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(Path::getFileName).map(Path::toString))
          .containsExactlyInAnyOrder("Hello.java", "test.script");
    }
  }

  @Test
  void firmwareFindsTheResourcesBesideItsSource() throws IOException {
    Files.createDirectory(folder.resolve("resources"));
    Files.writeString(folder.resolve("resources/greeting.txt"), "good morning");
    Path file =
        source(
            "Hello.java",
            HELLO.replace(
                "new Inner().name()",
                "wiced.resources().find(\"greeting.txt\").orElseThrow().data().utf8()"));

    CommandRun run = run("expect console \"Hello from good morning\" within 5s\n", file.toString());

    assertThat(run.exitCode()).as(run.err() + run.out()).isZero();
  }

  @Test
  void compileErrorIsShownWithFileLineAndSource() throws IOException {
    Path file = source("Hello.java", HELLO.replace("wiced.init();", "wiced.inti();"));

    CommandRun run = run("", file.toString());

    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT_FILE.code());
    assertThat(run.err())
        .contains("Hello.java does not compile:\n")
        .contains(file + ":7: cannot find symbol")
        .contains("\n    wiced.inti();\n         ^")
        .doesNotContain("internal error");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void everyCompileErrorIsShown() throws IOException {
    Path file =
        source(
            "Hello.java",
            HELLO.replace("wiced.init();", "wiced.inti();").replace("\"memory\"", "memory"));

    CommandRun run = run("", file.toString());

    assertThat(run.err()).contains(file + ":7: ", file + ":13: ");
  }

  // Its lines cannot be shown, and what is wrong can.
  @Test
  void fileThatIsNotUtf8IsRefusedWithAReason() throws IOException {
    Path file = folder.resolve("Hello.java");
    Files.write(file, "// caf\u00e9\nclass Hello { int pin = ; }\n".getBytes(ISO_8859_1));

    CommandRun run = run("", file.toString());

    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT_FILE.code());
    assertThat(run.err()).contains("Hello.java does not compile", "illegal start of expression");
  }

  @Test
  void sourceWithoutFirmwareIsRefused() throws IOException {
    Path file = source("Hello.java", "public class Hello {}\n");

    CommandRun run = run("", file.toString());

    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT_FILE.code());
    assertThat(run.err())
        .contains("Hello.java has no class that implements org.wicedsim.wiced.Firmware");
  }

  @Test
  void sourceWithSeveralFirmwaresIsRefusedAndNamesThem() throws IOException {
    Path file =
        source(
            "Hello.java",
            HELLO
                + """
                class Second implements Firmware {
                  @Override
                  public void applicationStart(Wiced wiced) {}
                }
                """);

    CommandRun run = run("", file.toString());

    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT_FILE.code());
    assertThat(run.err()).contains("has 2 classes that implement", "Hello", "Second");
  }

  /// A class that others build on is none that could run.
  @Test
  void abstractFirmwareAndLambdasDoNotCount() throws IOException {
    Path file =
        source(
            "Hello.java",
            HELLO
                + """
                abstract class Base implements Firmware {
                  static final Firmware OTHER = _ -> {};
                }
                """);

    CommandRun run = run("expect console \"Hello from memory\" within 5s\n", file.toString());

    assertThat(run.exitCode()).as(run.err() + run.out()).isZero();
  }

  @Test
  void firmwareThatNeedsParametersIsRefused() throws IOException {
    Path file =
        source("Hello.java", HELLO.replace("  @Override", "  Hello(int pin) {}\n\n  @Override"));

    CommandRun run = run("", file.toString());

    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT_FILE.code());
    assertThat(run.err()).contains("Hello has no constructor without parameters");
  }

  @Test
  void constructorThatFailsIsToldWithItsPlace() throws IOException {
    Path file =
        source(
            "Hello.java",
            HELLO.replace("  @Override", "  int pin = Integer.parseInt(\"x\");\n\n  @Override"));

    CommandRun run = run("", file.toString());

    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT_FILE.code());
    assertThat(run.err()).contains("Hello fails in its constructor", "NumberFormatException");
  }

  /// The board goes on without the thread.
  @Test
  void crashIsTold() throws IOException {
    Path file = source("Hello.java", HELLO.replace("wiced.init();", "Integer.parseInt(\"x\");"));

    CommandRun run = run("wait 1s\n", file.toString());

    assertThat(run.out()).contains("NumberFormatException");
  }

  private Path source(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private CommandRun run(String script, String... more) throws IOException {
    Path file = Files.writeString(folder.resolve("test.script"), script);
    return CommandRun.of(
        Stream.concat(
                Stream.of("run", "--lan", "free", "--script", file.toString()), Stream.of(more))
            .toArray(String[]::new));
  }
}
