package org.wicedsim.cli.mitm;

import java.net.InetSocketAddress;
import java.util.List;
import org.wicedsim.hal.Octets;

/// What happens in the middle.
public sealed interface MitmEvent {
  /// The connection that it happens on.
  Who who();

  /// A connection.
  ///
  /// @param number from 1, in the order of their arrival
  /// @param client the address that it came from
  record Who(int number, InetSocketAddress client, boolean tls) {}

  /// A client has come.
  record Connected(Who who) implements MitmEvent {}

  /// A client has come, and so many are here that it was sent away.
  record TooMany(Who who, int limit) implements MitmEvent {}

  /// The client's handshake is over: it takes the impostor for its server.
  record Deceived(Who who, String protocol, String cipherSuite) implements MitmEvent {}

  /// The client ended the handshake.
  ///
  /// @param why a part of a sentence that begins with "the client"
  record Refused(Who who, String why) implements MitmEvent {}

  /// There is no connection to the target, or no TLS with it.
  record TargetFailed(Who who, InetSocketAddress target, String why) implements MitmEvent {}

  /// Octets were read, and go on unchanged.
  ///
  /// @param wwep the WWEP messages that ended with these octets, in plain words
  record Read(Who who, Direction direction, Octets octets, List<String> wwep) implements MitmEvent {
    public Read {
      wwep = List.copyOf(wwep);
    }
  }

  /// A side has closed its sending side; the other direction may go on.
  record HalfClosed(Who who, Direction direction) implements MitmEvent {}

  /// The connection is gone.
  record Closed(Who who, End end) implements MitmEvent {}

  /// How a connection ended.
  enum End {
    /// Both sides have closed.
    DONE("closed"),
    /// The client sent a reset, which the target was sent too.
    CLIENT_RESET("reset by the client"),
    /// The target sent a reset, which the client was sent too.
    TARGET_RESET("reset by the target"),
    /// The client refused the handshake, or never finished it.
    NO_HANDSHAKE("closed without a handshake"),
    /// Nothing to pass the octets on to.
    NO_TARGET("closed: no target"),
    /// Nothing was said for too long.
    IDLE("closed: nothing was said for too long"),
    /// The man in the middle went away.
    STOPPED("closed: the man in the middle ends");

    private final String words;

    End(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }
}
