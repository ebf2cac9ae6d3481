package org.wicedsim.pki;

/// A certificate, a key or a file of them that cannot be used as asked.
///
/// The message is for the user: it names the input, says what was found and what was expected and,
/// where something can be done about it, what to do. It never holds key material.
public final class PkiException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PkiException(String message) {
    super(message);
  }

  PkiException(String message, Throwable cause) {
    super(message, cause);
  }
}
