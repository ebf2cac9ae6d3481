package org.wicedsim.cli.mitm;

import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Function;
import org.wicedsim.cli.mitm.MitmEvent.Who;
import org.wicedsim.hal.Octets;
import org.wicedsim.wwep.WireText;

/// What a person wants to know, one line each: the connection's number, who the client is, and what
/// happened.
public final class TextReport implements Consumer<MitmEvent> {
  /// More octets at once are no message of WWEP, and would fill the terminal.
  private static final int MAX_SHOWN_OCTETS = 512;

  private final Function<InetSocketAddress, String> names;
  private final PrintWriter out;

  /// @param names how addresses are shown
  public TextReport(Function<InetSocketAddress, String> names, PrintWriter out) {
    this.names = names;
    this.out = out;
  }

  @Override
  public void accept(MitmEvent event) {
    Who who = event.who();
    out.println(
        "%d %s %s  %s"
            .formatted(
                who.number(),
                names.apply(who.client()),
                who.tls() ? "TLS" : "plain",
                words(event)));
    out.flush();
  }

  private String words(MitmEvent event) {
    return switch (event) {
      case MitmEvent.Connected _ -> "connected";
      case MitmEvent.TooMany(_, int limit) ->
          "sent away: %d connections are open already".formatted(limit);
      case MitmEvent.Deceived(_, String protocol, _) ->
          "the client took this certificate for its server's (%s): all that follows is read"
              .formatted(protocol);
      case MitmEvent.Refused(_, String why) -> "the client " + why;
      case MitmEvent.TargetFailed(_, var target, String why) ->
          "no connection to the target %s: %s".formatted(names.apply(target), why);
      case MitmEvent.Read(_, Direction direction, Octets octets, var wwep) ->
          "%s %s%s"
              .formatted(
                  direction.arrow(),
                  shown(octets),
                  wwep.isEmpty() ? "" : "  (" + String.join("; ", wwep) + ")");
      case MitmEvent.HalfClosed(_, Direction direction) -> direction.arrow() + " no more to say";
      case MitmEvent.Closed(_, var end) -> end.words();
    };
  }

  private static String shown(Octets octets) {
    int hidden = octets.length() - MAX_SHOWN_OCTETS;
    byte[] all = octets.toBytes();
    return hidden <= 0
        ? WireText.escape(all)
        : WireText.escape(Arrays.copyOf(all, MAX_SHOWN_OCTETS))
            + " and %d octets more".formatted(hidden);
  }
}
