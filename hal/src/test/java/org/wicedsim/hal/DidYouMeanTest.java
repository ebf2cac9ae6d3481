package org.wicedsim.hal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DidYouMeanTest {
  private static final List<String> NAMES =
      List.of("run", "server", "send", "completion", "-h", "--lan", "--tls", "--tls-profile");

  @ParameterizedTest
  @CsvSource({
    "rnu, run", // swapped
    "rum, run", // changed
    "ru, run", // dropped
    "runn, run", // added
    "RUN, run",
    "sever, server",
    "comp, completion", // the beginning of a name
    "--tsl, --tls",
    "--tls-porfile, --tls-profile",
  })
  void oneSlipFindsTheName(String typed, String name) {
    assertThat(DidYouMean.of(typed, NAMES)).containsExactly(name);
  }

  @ParameterizedTest
  @CsvSource({"xyz", "-x", "grade", "--json", "nur", "''"})
  void anotherWordFindsNothing(String typed) {
    assertThat(DidYouMean.of(typed, NAMES)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"se", "s"})
  void equallyNearNamesAreAllFound(String typed) {
    assertThat(DidYouMean.of(typed, NAMES)).containsExactly("server", "send");
  }
}
