package org.wicedsim.wicedc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The programs that other tests run are good C, but for what they are there to do wrong.
class TestFirmwareBuildsTest {
  @TempDir private static Path cache;

  @ParameterizedTest
  @MethodSource("programs")
  void everyProgramBuildsWithoutANote(String program) throws BuildException {
    List<String> notes = new ArrayList<>();
    BuildOptions options =
        BuildOptions.of(
            Path.of("../..").toAbsolutePath(), Map.of("XDG_CACHE_HOME", cache.toString()));

    FirmwareImage image =
        FirmwareBuild.build(
            TestFirmware.FOLDER.resolve(program), SdkBench.course(), options, notes::add);

    assertThat(notes).isEmpty();
    assertThat(image.library()).isRegularFile();
  }

  static List<String> programs() {
    return TestFirmware.all();
  }
}
