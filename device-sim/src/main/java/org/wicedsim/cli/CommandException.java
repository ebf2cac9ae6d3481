package org.wicedsim.cli;

/// An error that the user can mend: shown as its message alone, without a stack trace.
///
/// The message names the input, what was expected and what to do; it begins in lower case, since it
/// is printed behind the command's name.
public final class CommandException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ExitCode exitCode;

  /// With the code that the program ends with.
  public CommandException(ExitCode exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  /// With the cause, which `--debug` shows.
  public CommandException(ExitCode exitCode, String message, Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
  }

  /// With the message of the cause, which already says all.
  public CommandException(ExitCode exitCode, Throwable cause) {
    this(exitCode, String.valueOf(cause.getMessage()), cause);
  }

  ExitCode exitCode() {
    return exitCode;
  }
}
