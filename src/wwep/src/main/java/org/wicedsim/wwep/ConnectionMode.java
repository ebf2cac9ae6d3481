package org.wicedsim.wwep;

/// How many requests one connection carries.
public enum ConnectionMode {
  /// One request, one answer, then the server closes; what the class server did (SPEC 1.8).
  ONE_SHOT,
  /// Any number of requests, pipelined and answered in order (SPEC 1.9).
  PERSISTENT
}
