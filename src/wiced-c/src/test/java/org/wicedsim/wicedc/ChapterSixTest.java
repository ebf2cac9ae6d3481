package org.wicedsim.wicedc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The code that the course's chapter on sockets prints.
class ChapterSixTest {
  private static List<Path> programs() {
    return TestGcc.files("chapter6", ".c");
  }

  /// Two are the chapter's own: a misspelt type, and a `%d` for what `strlen` gives.
  @ParameterizedTest
  @MethodSource("programs")
  void itsCodeCompilesWithNoMoreThanItsOwnWarnings(Path program) {
    assertThat(
            TestGcc.compile(
                program, "-Werror", "-Wno-error=deprecated-declarations", "-Wno-error=format"))
        .extracting(TestGcc.Result::exitCode)
        .isEqualTo(0);
  }
}
