package org.wicedsim.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PainterTest {
  private static final String BEGIN = "\033[?2026h";
  private static final String END = "\033[?2026l";

  private final Painter painter = new Painter(States.UNICODE);

  private static Line line(String text) {
    return new Line(List.of(new Line.Span(Look.Tone.PLAIN, text)));
  }

  @Test
  void theFirstScreenIsSentWholeOnAClearedTerminal() {
    assertThat(painter.paint(List.of(line("one"), line("two")), 10))
        .isEqualTo(
            BEGIN
                + "\033[2J"
                + "\033[1;1H\033[0mone\033[0m\033[K"
                + "\033[2;1H\033[0mtwo\033[0m\033[K"
                + END);
  }

  @Test
  void onlyTheRowThatChangedIsSent() {
    painter.paint(List.of(line("one"), line("two")), 10);

    assertThat(painter.paint(List.of(line("one"), line("2")), 10))
        .isEqualTo(BEGIN + "\033[2;1H\033[0m2\033[0m\033[K" + END);
  }

  @Test
  void nothingIsSentWhenNothingChanged() {
    painter.paint(List.of(line("one")), 10);

    assertThat(painter.paint(List.of(line("one")), 10)).isEmpty();
  }

  @Test
  void aForgottenScreenIsSentWhole() {
    String first = painter.paint(List.of(line("one")), 10);

    painter.forget();

    assertThat(painter.paint(List.of(line("one")), 10)).isEqualTo(first);
  }

  /// The cursor stands on the last character then, and clearing would take it away.
  @Test
  void aFullRowIsNotClearedToItsEnd() {
    assertThat(painter.paint(List.of(line("中中中")), 6)).doesNotContain("\033[K");
  }

  @Test
  void tonesBecomeTheirSequences() {
    Line lit = new Line(List.of(new Line.Span(Look.Tone.LIT, "on")));

    assertThat(painter.paint(List.of(lit), 10)).contains("\033[0;1;32mon\033[0m");
  }
}
