package org.wicedsim.cli.terminal;

/// What a terminal sends for the keys of its keyboard.
sealed interface Key {
  /// A key that writes a character. Whether and when it is let go stays unknown.
  record Written(int codePoint) implements Key {}

  /// A key that bears a digit went down, and [DigitUp] will follow.
  ///
  /// @param digit 1 to 9
  /// @param codePoint the character that it writes: the digit, or with Shift what stands above it
  /// @param repeat whether the key was down already and repeats itself
  record DigitDown(int digit, int codePoint, boolean repeat) implements Key {
    /// Whether Shift gave another character than the digit.
    boolean isShifted() {
      return codePoint != '0' + digit;
    }
  }

  /// A key with a digit was let go.
  ///
  /// @param digit 1 to 9
  record DigitUp(int digit) implements Key {}

  /// Keys with a name, and what a terminal sends besides keys.
  enum Named implements Key {
    ENTER,
    ESCAPE,
    BACKSPACE,
    PAGE_UP,
    PAGE_DOWN,
    /// Ctrl-C.
    INTERRUPT,
    /// The terminal's answer that it can tell when a key is let go.
    KEYS_RELEASE_OFFERED
  }
}
