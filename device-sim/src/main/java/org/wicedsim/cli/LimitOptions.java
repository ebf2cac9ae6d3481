package org.wicedsim.cli;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.wicedsim.wwepserver.ServerLimits;
import picocli.CommandLine.Option;

/// The class server's limits, as options. Those of SPEC 1.7 are the protocol's and cannot be set.
final class LimitOptions {
  @Option(
      names = "--max-connections",
      paramLabel = "N",
      description = "Open connections in all; one more is closed at once. (Default: 4096)")
  private @Nullable Integer connections;

  @Option(
      names = "--max-connections-per-address",
      paramLabel = "N",
      description = "Open connections of one peer address. (Default: 1024)")
  private @Nullable Integer connectionsPerAddress;

  @Option(
      names = "--handshake-timeout",
      paramLabel = "T",
      converter = DurationConverter.class,
      description = "For a whole TLS handshake, such as 10s or 500ms. (Default: 10s)")
  private @Nullable Duration handshake;

  @Option(
      names = "--idle-timeout",
      paramLabel = "T",
      converter = DurationConverter.class,
      description = "With --keep-alive: from an answer to the next request. (Default: 5m)")
  private @Nullable Duration idle;

  @Option(
      names = "--stalled-timeout",
      paramLabel = "T",
      converter = DurationConverter.class,
      description = "How long a peer may leave its answers unread. (Default: 10s)")
  private @Nullable Duration stalled;

  /// The limits.
  ///
  /// @throws CommandException when one is not positive
  ServerLimits limits() {
    ServerLimits.Builder limits = ServerLimits.builder();
    try {
      if (connections != null) {
        limits.connections(connections);
      }
      if (connectionsPerAddress != null) {
        limits.connectionsPerAddress(connectionsPerAddress);
      }
      if (handshake != null) {
        limits.handshake(handshake);
      }
      if (idle != null) {
        limits.idle(idle);
      }
      if (stalled != null) {
        limits.stalled(stalled);
      }
      return limits.build();
    } catch (IllegalArgumentException e) {
      throw new CommandException(ExitCode.USAGE, e);
    }
  }
}
