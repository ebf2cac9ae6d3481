package org.wicedsim.cli.terminal;

/// How a terminal wants to be drawn on.
///
/// @param unicode whether it shows more than ASCII
/// @param color false leaves bold, faint and inverse, and every state is also a word
record Look(boolean unicode, boolean color) {
  private static final int FIRST_BEYOND_ASCII = 0x80;

  /// What a piece of the screen is, as far as its looks go.
  enum Tone {
    PLAIN,
    /// What only names something else.
    FAINT,
    STRONG,
    /// The product's own name.
    BRAND,
    /// A lit LED.
    LIT,
    /// A button that is down.
    PRESSED,
    /// Something to look into.
    WARNING,
    /// Something that went wrong.
    FAILURE
  }

  /// Any text as this terminal can show it, see [Text#safe].
  String text(String raw) {
    String safe = Text.safe(raw);
    if (unicode) {
      return safe;
    }
    StringBuilder ascii = new StringBuilder(safe.length());
    safe.codePoints().map(c -> c < FIRST_BEYOND_ASCII ? c : '?').forEach(ascii::appendCodePoint);
    return ascii.toString();
  }

  /// The parameters of SGR (ECMA-48 section 8.3.117) that set a tone, from any other one.
  String sgr(Tone tone) {
    return switch (tone) {
      case PLAIN -> "0";
      case FAINT -> "0;2";
      case STRONG -> "0;1";
      case BRAND -> color ? "0;1;36" : "0;1";
      case LIT -> color ? "0;1;32" : "0;1";
      case PRESSED -> "0;1;7";
      case WARNING -> color ? "0;33" : "0";
      case FAILURE -> color ? "0;1;31" : "0;1";
    };
  }

  String ellipsis() {
    return unicode ? "…" : "...";
  }

  String dot() {
    return unicode ? "·" : "-";
  }

  String lit() {
    return unicode ? "●" : "*";
  }

  String unlit() {
    return unicode ? "○" : "o";
  }

  String horizontal() {
    return unicode ? "─" : "-";
  }

  String vertical() {
    return unicode ? "│" : "|";
  }

  String topLeft() {
    return unicode ? "┌" : "+";
  }

  String topRight() {
    return unicode ? "┐" : "+";
  }

  String bottomLeft() {
    return unicode ? "└" : "+";
  }

  String bottomRight() {
    return unicode ? "┘" : "+";
  }
}
