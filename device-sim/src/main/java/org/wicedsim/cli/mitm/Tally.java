package org.wicedsim.cli.mitm;

import java.util.function.Consumer;

/// Counts what happened, for a last line. Safe for use by several threads at once.
public final class Tally implements Consumer<MitmEvent> {
  private int connections;
  private int deceived;
  private int refused;
  private long octets;

  /// Makes one that has counted nothing.
  public Tally() {}

  @Override
  public synchronized void accept(MitmEvent event) {
    switch (event) {
      case MitmEvent.Connected _ -> connections++;
      case MitmEvent.Deceived _ -> deceived++;
      case MitmEvent.Refused _ -> refused++;
      case MitmEvent.Read read -> octets += read.octets().length();
      case MitmEvent.TooMany _,
          MitmEvent.TargetFailed _,
          MitmEvent.HalfClosed _,
          MitmEvent.Closed _ -> {}
    }
  }

  /// All in one line.
  public synchronized String sentence() {
    return "%d connections; TLS: %d deceived, %d refused; %d octets read"
        .formatted(connections, deceived, refused, octets);
  }
}
