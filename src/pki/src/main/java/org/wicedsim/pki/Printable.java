package org.wicedsim.pki;

/// Text of strangers, made fit for a terminal: a certificate's names hold whatever its maker liked.
final class Printable {
  private Printable() {}

  /// The text with its control and format characters written as `\x1b`, so that none can move a
  /// cursor, colour a line or turn the direction of writing.
  static String of(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.codePoints()
        .forEach(character -> {
          switch (Character.getType(character)) {
            case Character.CONTROL,
                Character.FORMAT,
                Character.LINE_SEPARATOR,
                Character.PARAGRAPH_SEPARATOR,
                Character.SURROGATE,
                Character.UNASSIGNED ->
                safe.append("\\x%02x".formatted(character));
            default -> safe.appendCodePoint(character);
          }
        });
    return safe.toString();
  }
}
