package org.wicedsim.cli.terminal;

import java.util.List;
import java.util.stream.Collectors;

/// One finished row of the screen: safe text (see [Text]) in its tones.
record Line(List<Span> spans) {
  /// A run of text in one tone.
  record Span(Look.Tone tone, String text) {}

  Line {
    spans = List.copyOf(spans);
  }

  String text() {
    return spans.stream().map(Span::text).collect(Collectors.joining());
  }
}
