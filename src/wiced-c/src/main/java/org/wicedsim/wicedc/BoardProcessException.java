package org.wicedsim.wicedc;

/// A board process could not be started, or could not be the board that it was to be. The message
/// says why.
public final class BoardProcessException extends Exception {
  private static final long serialVersionUID = 1L;

  BoardProcessException(String message, Throwable cause) {
    super(message, cause);
  }
}
