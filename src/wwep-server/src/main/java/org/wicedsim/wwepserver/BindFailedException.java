package org.wicedsim.wwepserver;

import java.io.IOException;
import java.net.InetSocketAddress;

/// The server could not listen at an address; it carries the address so that the caller can name
/// the option it came from.
public final class BindFailedException extends IOException {
  private static final long serialVersionUID = 1L;

  /// Why an address could not be had.
  public enum Reason {
    /// Another socket has the port: choose another one, or end the other program.
    PORT_IN_USE,
    /// The machine has no such address, the port needs privileges, or something rarer; see the
    /// message.
    OTHER
  }

  private final InetSocketAddress address;
  private final Reason reason;

  BindFailedException(InetSocketAddress address, Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.address = address;
    this.reason = reason;
  }

  /// The address and port that could not be had.
  public InetSocketAddress address() {
    return address;
  }

  /// Whether another port would help.
  public Reason reason() {
    return reason;
  }
}
