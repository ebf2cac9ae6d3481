package org.wicedsim.cli.terminal;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jline.terminal.KeyEvent;
import org.jline.terminal.KeyParser;

/// Reads keys out of what a terminal sends: plain characters, the escape sequences of xterm, and
/// those of the kitty keyboard protocol, which tell when a key is let go.
///
/// Not thread-safe.
final class KeyDecoder {
  /// After this long without another character, an escape is the Escape key.
  static final int ESCAPE_TIMEOUT_MS = 50;

  /// A longer sequence is no key of ours; its rest is left out too.
  private static final int MAX_SEQUENCE_CHARS = 64;

  private static final char ESC = '\033';
  private static final char CTRL_C = 3;
  private static final char DELETE = 0x7F;

  /// The answer to the query for the kitty keyboard protocol.
  private static final Pattern KITTY_FLAGS = Pattern.compile("\033\\[\\?\\d+u");

  private final StringBuilder sequence = new StringBuilder();
  private char highSurrogate;

  /// No character has come for [#ESCAPE_TIMEOUT_MS].
  Optional<Key> timedOut() {
    boolean lone = sequence.length() == 1;
    sequence.setLength(0);
    return lone ? Optional.of(Key.Named.ESCAPE) : Optional.empty();
  }

  /// Takes the next UTF-16 unit.
  Optional<Key> feed(char unit) {
    if (!sequence.isEmpty()) {
      return continueSequence(unit);
    }
    if (Character.isHighSurrogate(unit)) {
      highSurrogate = unit;
      return Optional.empty();
    }
    if (Character.isLowSurrogate(unit)) {
      return Optional.of(new Key.Written(Character.toCodePoint(highSurrogate, unit)));
    }
    return switch (unit) {
      case ESC -> {
        sequence.append(unit);
        yield Optional.empty();
      }
      case '\r', '\n' -> Optional.of(Key.Named.ENTER);
      case '\b', DELETE -> Optional.of(Key.Named.BACKSPACE);
      case CTRL_C -> Optional.of(Key.Named.INTERRUPT);
      default -> unit < ' ' ? Optional.empty() : Optional.of(new Key.Written(unit));
    };
  }

  private Optional<Key> continueSequence(char unit) {
    if (unit == ESC) {
      boolean lone = sequence.length() == 1;
      sequence.setLength(1);
      return lone ? Optional.of(Key.Named.ESCAPE) : Optional.empty();
    }
    if (sequence.length() < MAX_SEQUENCE_CHARS) {
      sequence.append(unit);
    }
    if (!isComplete(unit)) {
      return Optional.empty();
    }
    String whole = sequence.toString();
    sequence.setLength(0);
    return KITTY_FLAGS.matcher(whole).matches()
        ? Optional.of(Key.Named.KEYS_RELEASE_OFFERED)
        : key(KeyParser.parse(whole));
  }

  /// Whether `last` ends the sequence: ECMA-48 section 5.4 for CSI, one character for the others.
  private boolean isComplete(char last) {
    return switch (sequence.length()) {
      case 2 -> last != '[' && last != 'O';
      default -> sequence.charAt(1) == 'O' || (last >= '@' && last <= '~');
    };
  }

  private static Optional<Key> key(KeyEvent event) {
    int digit = digit(event);
    if (event.getEventType() == KeyEvent.EventType.Release) {
      return digit > 0 ? Optional.of(new Key.DigitUp(digit)) : Optional.empty();
    }
    return switch (event.getType()) {
      case Special -> special(event.getSpecial());
      case Character, Keypad -> written(event, digit);
      case Arrow, Function, Media, ModifierKey, Unknown -> Optional.empty();
    };
  }

  private static Optional<Key> special(KeyEvent.Special special) {
    return switch (special) {
      case Enter -> Optional.of(Key.Named.ENTER);
      case Escape -> Optional.of(Key.Named.ESCAPE);
      case Backspace -> Optional.of(Key.Named.BACKSPACE);
      case PageUp -> Optional.of(Key.Named.PAGE_UP);
      case PageDown -> Optional.of(Key.Named.PAGE_DOWN);
      default -> Optional.empty();
    };
  }

  private static Optional<Key> written(KeyEvent event, int digit) {
    boolean control = event.hasModifier(KeyEvent.Modifier.Control);
    if (control && (event.getKeyCode() == 'c' || event.getBaseLayoutKeyCode() == 'c')) {
      return Optional.of(Key.Named.INTERRUPT);
    }
    if (control || event.hasModifier(KeyEvent.Modifier.Alt) || event.getKeyCode() == 0) {
      return Optional.empty();
    }
    int codePoint = codePoint(event);
    return Optional.of(
        digit > 0
            ? new Key.DigitDown(digit, codePoint, event.getEventType() == KeyEvent.EventType.Repeat)
            : new Key.Written(codePoint));
  }

  /// The character that a key writes; a terminal that does not tell tells at least the key.
  private static int codePoint(KeyEvent event) {
    String text = event.getAssociatedText();
    if (text != null && !text.isEmpty()) {
      return text.codePointAt(0);
    }
    return event.hasModifier(KeyEvent.Modifier.Shift) && event.getShiftedKeyCode() > 0
        ? event.getShiftedKeyCode()
        : event.getKeyCode();
  }

  /// The digit that the key bears in the user's layout or in the US one, or 0.
  private static int digit(KeyEvent event) {
    return IntStream.of(event.getKeyCode(), event.getShiftedKeyCode(), event.getBaseLayoutKeyCode())
        .filter(code -> code >= '1' && code <= '9')
        .map(code -> code - '0')
        .findFirst()
        .orElse(0);
  }
}
