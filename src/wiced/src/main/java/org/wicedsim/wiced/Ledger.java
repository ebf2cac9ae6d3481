package org.wicedsim.wiced;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What the firmware holds and has to give back, with the call and the line that took it. Kept only
/// on a board that somebody watches.
final class Ledger {
  /// What can be held, and which call gives it back.
  enum Kind {
    SOCKET("socket", "wiced_tcp_delete_socket"),
    STREAM("stream", "wiced_tcp_stream_deinit"),
    PACKET("packet", "wiced_packet_delete"),
    TLS_CONTEXT("TLS context", "wiced_tls_deinit_context"),
    TLS_IDENTITY("TLS identity", "wiced_tls_deinit_identity"),
    DCT_LOCK("DCT lock", "wiced_dct_read_unlock");

    private final String label;
    private final String givenBackBy;

    Kind(String label, String givenBackBy) {
      this.label = label;
      this.givenBackBy = givenBackBy;
    }

    /// The diagnostic's code.
    String code() {
      return "leaked-" + label.replace(' ', '-').toLowerCase(Locale.ROOT);
    }
  }

  /// Something that is held until it is closed.
  static class Entry {
    /// Of what nobody keeps account of.
    static final Entry NONE = new Entry();

    /// It was given back; again does no harm.
    void close() {}
  }

  /// What works with something that is held, such as a socket.
  interface User {
    /// Whether the firmware is using it at the moment: it listens, or a call on it has not
    /// returned.
    boolean isInUse();
  }

  /// Where something was taken: what was taken twice at one line is told of once.
  private record Origin(Kind kind, String function, String site) {}

  private final class Held extends Entry {
    private final Origin origin;
    private final User user;

    Held(Origin origin, User user) {
      this.origin = origin;
      this.user = user;
    }

    @Override
    void close() {
      synchronized (held) {
        held.remove(this);
      }
    }
  }

  private final Sdk sdk;
  private final Set<Held> held = new LinkedHashSet<>();

  Ledger(Sdk sdk) {
    this.sdk = sdk;
  }

  /// Keeps account of something from now on.
  ///
  /// @param function the call that took it
  Entry open(Kind kind, String function) {
    return open(kind, function, () -> false);
  }

  /// Keeps account of something from now on.
  ///
  /// @param user what works with it: while that is in use, it is not lost
  Entry open(Kind kind, String function, User user) {
    if (!sdk.events().isObserved()) {
      return Entry.NONE;
    }
    Held entry = new Held(new Origin(kind, function, CallSite.here()), user);
    synchronized (held) {
      held.add(entry);
    }
    return entry;
  }

  /// What is held and not in use, by the line that took it.
  List<Leak> leaks() {
    Map<Origin, Integer> counts = new LinkedHashMap<>();
    List<Held> now;
    synchronized (held) {
      now = new ArrayList<>(held);
    }
    for (Held entry : now) {
      if (!entry.user.isInUse()) {
        counts.merge(entry.origin, 1, Integer::sum);
      }
    }
    List<Leak> leaks = new ArrayList<>();
    counts.forEach((origin, count) ->
        leaks.add(
            new Leak(
                origin.kind.code(),
                origin.kind.label,
                count,
                origin.function,
                origin.site,
                origin.kind.givenBackBy)));
    return List.copyOf(leaks);
  }
}
