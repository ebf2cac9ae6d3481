package org.wicedsim.hal;

/// The DCT cannot be read, written or provisioned. The message names what and why, and what to do.
public final class DctException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public DctException(String message) {
    super(message);
  }

  public DctException(String message, Throwable cause) {
    super(message, cause);
  }
}
