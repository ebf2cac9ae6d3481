package org.wicedsim.wwepserver;

import java.net.InetSocketAddress;
import org.wicedsim.wwep.Request;

/// Something beyond transactions that whoever runs the server may want to know.
///
/// Peers that close at once, reset the connection or never read their answer are normal and make no
/// event (SPEC 1.8). Events come on the server's event loops, perhaps several at once; whoever
/// takes them must not block.
public sealed interface ServerEvent {
  /// A connection was closed, or refused, because of a limit.
  record LimitReached(Peer peer, Limit limit) implements ServerEvent {}

  /// The TLS handshake failed: no certificate, a refused one, no common version, not TLS at all.
  record HandshakeFailed(Peer peer, Throwable cause) implements ServerEvent {}

  /// The store failed, and the connection was closed without an answer.
  record StoreFailed(Peer peer, Request request, Throwable cause) implements ServerEvent {}

  /// A connection could not be accepted, most likely for want of file descriptors. The server
  /// accepts again as soon as there are some, and looks every [ServerLimits#acceptPause()].
  record AcceptFailed(InetSocketAddress address, Throwable cause) implements ServerEvent {}

  /// Code of the server, or of a listener that it called, threw something unexpected.
  record Defect(Peer peer, Throwable cause) implements ServerEvent {}
}
