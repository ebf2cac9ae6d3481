package org.wicedsim.wwepserver;

/// A limit of [ServerLimits] that ended a connection.
public enum Limit {
  /// [ServerLimits#connections()]
  CONNECTIONS("too many connections"),
  /// [ServerLimits#connectionsPerAddress()]
  CONNECTIONS_PER_ADDRESS("too many connections from this address"),
  /// [ServerLimits#handshake()]
  HANDSHAKE("the TLS handshake took too long"),
  /// [ServerLimits#silence()]
  SILENCE("nothing was sent"),
  /// [ServerLimits#idle()]
  IDLE("no further request was sent"),
  /// [ServerLimits#stalled()]
  STALLED("the answers were not read");

  private final String sentence;

  Limit(String sentence) {
    this.sentence = sentence;
  }

  /// What happened, as a sentence without a full stop.
  public String sentence() {
    return sentence;
  }
}
