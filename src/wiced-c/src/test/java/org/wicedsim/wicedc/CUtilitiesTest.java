package org.wicedsim.wicedc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wicedsim.wicedc.TestGcc.Result;

/// The utilities that are pure C. What they do is stated by the C programs in the folder `run`,
/// which print the lines that do not hold.
class CUtilitiesTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"list", "ring_buffer", "utilities"})
  void whatItsProgramStatesHolds(String utility) {
    Path statements = TestGcc.resource("run/" + utility + ".c");
    Path code = TestGcc.resource("shim/sim_" + utility + ".c");

    assertThat(TestGcc.run(folder, statements, code)).isEqualTo(new Result(0, ""));
  }
}
