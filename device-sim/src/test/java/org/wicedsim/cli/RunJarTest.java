package org.wicedsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wicedsim.wiced.Firmware;
import org.wicedsim.wiced.Wiced;

/// `run my.jar`.
class RunJarTest {
  @TempDir private Path folder;

  /// What the jar of these tests holds.
  public static final class Packed implements Firmware {
    @Override
    public void applicationStart(Wiced wiced) {
      wiced.init();
      wiced
          .console()
          .printf("Loaded by %s\n", getClass().getClassLoader().getClass().getSimpleName());
    }
  }

  @Test
  void manifestNamesTheFirmware() throws IOException {
    Path jar = jar(Packed.class.getName());

    CommandRun run = run(jar, "expect console \"Loaded by *\" within 5s\n");

    assertThat(run.exitCode()).as(run.err() + run.out()).isZero();
  }

  @Test
  void jarWithoutTheAttributeIsRefusedAndToldWhatToAdd() throws IOException {
    CommandRun run = run(jar(""), "");

    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT_FILE.code());
    assertThat(run.err()).contains("my.jar", "'Firmware-Class: com.example.MyFirmware'");
  }

  @Test
  void classThatIsNotThereIsNamed() throws IOException {
    CommandRun run = run(jar("org.example.Missing"), "");

    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT_FILE.code());
    assertThat(run.err()).contains("there is no class org.example.Missing");
  }

  @Test
  void classThatIsNoFirmwareIsNamed() throws IOException {
    CommandRun run = run(jar("java.lang.String"), "");

    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT_FILE.code());
    assertThat(run.err()).contains("java.lang.String does not implement");
  }

  @Test
  void fileThatIsNoJarIsRefused() throws IOException {
    Path jar = Files.writeString(folder.resolve("my.jar"), "not a jar");

    CommandRun run = run(jar, "");

    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT_FILE.code());
    assertThat(run.err()).contains("my.jar: cannot be read as a jar");
  }

  private Path jar(String firmware) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    if (!firmware.isEmpty()) {
      manifest.getMainAttributes().putValue(FirmwareJar.ATTRIBUTE, firmware);
    }
    Path file = folder.resolve("my.jar");
    String entry = Packed.class.getName().replace('.', '/') + ".class";
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out, manifest);
        InputStream compiled = Packed.class.getResourceAsStream("/" + entry)) {
      jar.putNextEntry(new JarEntry(entry));
      Objects.requireNonNull(compiled).transferTo(jar);
    }
    return file;
  }

  private CommandRun run(Path jar, String script) throws IOException {
    Path file = Files.writeString(folder.resolve("test.script"), script);
    return CommandRun.of("run", "--lan", "free", "--script", file.toString(), jar.toString());
  }
}
