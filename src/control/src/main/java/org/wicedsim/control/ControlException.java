package org.wicedsim.control;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// What came through the control socket is not the control protocol, or the board process said no.
public final class ControlException extends IOException {
  private static final long serialVersionUID = 1L;

  /// What is wrong.
  public enum Kind {
    /// A line is longer than the protocol allows.
    TOO_LONG,
    /// The other side ended in the middle of a line.
    CUT_OFF,
    /// A line is no message: no JSON, an unknown kind, or a field is missing or of another type.
    MALFORMED,
    /// The board process cannot do what it was asked for; the message is its own.
    REFUSED,
    /// The board process has ended, or does not answer.
    NO_ANSWER
  }

  private final Kind kind;

  ControlException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  ControlException(Kind kind, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  /// What is wrong.
  public Kind kind() {
    return kind;
  }

  static ControlException malformed(String message) {
    return new ControlException(Kind.MALFORMED, message);
  }
}
