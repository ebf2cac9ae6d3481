package org.wicedsim.wwepserver;

/// How a connection carries WWEP (SPEC 1.1).
public enum Transport {
  /// TCP.
  PLAIN("plain"),
  /// TLS over TCP.
  TLS("TLS");

  private final String label;

  Transport(String label) {
    this.label = label;
  }

  /// The name to print: "plain" or "TLS".
  @Override
  public String toString() {
    return label;
  }
}
