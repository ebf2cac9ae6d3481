package org.wicedsim.cli.mitm;

import java.time.Duration;

/// What the man in the middle takes on at most.
///
/// @param connections open at once; one more is closed unread
/// @param bufferedOctets that wait for a slow reader, per direction; the sender is not read
///   meanwhile
/// @param connect for the TCP connection to the target
/// @param handshake for a TLS handshake, with either side
/// @param idle without an octet in either direction
public record MitmLimits(
    int connections, int bufferedOctets, Duration connect, Duration handshake, Duration idle) {
  /// The limits of the command.
  public static final MitmLimits DEFAULT =
      new MitmLimits(
          64, 64 * 1024, Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofMinutes(5));
}
