package org.wicedsim.wicedc;

/// C firmware could not be built. The message says why and what to do; it begins in lower case, or
/// with the name of a file.
public final class BuildException extends Exception {
  private static final long serialVersionUID = 1L;

  /// What a caller does differently.
  public enum Kind {
    /// This machine cannot build C firmware: it has no compiler, or is no Linux with glibc.
    CANNOT_BUILD_HERE,
    /// The application or its makefile is missing or wrong.
    BAD_APPLICATION,
    /// The compiler or the linker has refused it; the message is what they say, and hints.
    DOES_NOT_COMPILE
  }

  private final Kind kind;

  BuildException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  BuildException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  /// What a caller does differently.
  public Kind kind() {
    return kind;
  }
}
