package org.wicedsim.hal;

/// An operation that a pin cannot do. Unchecked, because firmware that meets one has a bug; the SDK
/// turns it into its result code.
public final class PinException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// What a caller would tell apart.
  public enum Kind {
    /// The board has no pin of this number.
    NO_SUCH_PIN,
    /// The pin was never configured, or was given back.
    NOT_CONFIGURED,
    /// A write to an input, or an edge listener on an output.
    WRONG_DIRECTION
  }

  private final Kind kind;

  public PinException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  /// What went wrong.
  public Kind kind() {
    return kind;
  }
}
