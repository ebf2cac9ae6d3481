package org.wicedsim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class ServerChoiceTest {
  private final ServerChoice.Converter converter = new ServerChoice.Converter();

  @Test
  void theWordsEmbeddedAndNoneAreChoicesOfTheirOwn() {
    assertThat(converter.convert("embedded")).isEqualTo(new ServerChoice.Embedded());
    assertThat(converter.convert("none")).isEqualTo(new ServerChoice.None());
  }

  @Test
  void portsThatAreNotGivenAreTheClassServers() {
    assertThat(converter.convert("192.0.2.7"))
        .isEqualTo(new ServerChoice.At("192.0.2.7", 27708, 40508));
    assertThat(converter.convert("example.com:1"))
        .isEqualTo(new ServerChoice.At("example.com", 1, 40508));
    assertThat(converter.convert("example.com:1:65535"))
        .isEqualTo(new ServerChoice.At("example.com", 1, 65_535));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ":1", "h:", "h:0", "h:65536", "h:x", "h:1:2:3", "h:1:", "h:-1"})
  void anythingElseIsRefusedWithWhatWasExpected(String text) {
    assertThatThrownBy(() -> converter.convert(text))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining("'" + text + "'")
        .hasMessageContaining("HOST[:PORT[:TLSPORT]]");
  }
}
