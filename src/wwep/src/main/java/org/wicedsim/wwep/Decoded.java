package org.wicedsim.wwep;

/// The three results of decoding a request, as values; see [RequestDecoder#decoded()].
public sealed interface Decoded {
  /// The octets so far are the beginning of a request, or none came.
  record NeedMore() implements Decoded {}

  /// One whole request.
  record One(Request request) implements Decoded {}

  /// The octets are no request and never will be.
  record Illegal(IllegalReason reason) implements Decoded {}
}
