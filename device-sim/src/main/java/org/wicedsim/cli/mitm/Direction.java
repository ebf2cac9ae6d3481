package org.wicedsim.cli.mitm;

/// Which way octets go.
public enum Direction {
  /// From the client to the server that it meant.
  TO_TARGET("->", "to-target"),
  /// From that server to the client.
  TO_CLIENT("<-", "to-client");

  private final String arrow;
  private final String id;

  Direction(String arrow, String id) {
    this.arrow = arrow;
    this.id = id;
  }

  String arrow() {
    return arrow;
  }

  String id() {
    return id;
  }

  Direction opposite() {
    return this == TO_TARGET ? TO_CLIENT : TO_TARGET;
  }
}
