package org.wicedsim.cli.mitm;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.handler.ssl.SslHandler;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Set;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;
import org.wicedsim.cli.mitm.MitmEvent.End;
import org.wicedsim.cli.mitm.MitmEvent.Who;
import org.wicedsim.hal.Octets;

/// A client, the target that it meant, and what is passed between them. Everything happens on the
/// one event loop.
///
/// ```
/// HANDSHAKE --client took the certificate--> DIALLING --target is there--> PASSING --> CLOSED
///     | (TLS only)                              |                            |           ^
///     +-- refused ------------------------------+-- no target ---------------+-----------+
/// ```
///
/// The target hears nothing of a client that refused the handshake. Nothing is read from a side
/// while the other one is not ready, or has not taken what it was sent.
final class Conversation {
  /// What a conversation needs of the program around it.
  interface Surroundings {
    void tell(MitmEvent event);

    /// Connects to the target; [#onTarget] or [#onNoTarget] follows.
    void dial(Conversation conversation);

    /// The conversation is over.
    void leave(Conversation conversation);
  }

  private static final String LEFT = "left during the handshake without a word (no alert)";

  private final Surroundings surroundings;
  private final Who who;
  private final Route route;
  private final WwepEar ear = new WwepEar();
  private final Deque<ByteBuf> early = new ArrayDeque<>();
  private final Set<Direction> ended = EnumSet.noneOf(Direction.class);
  private int outputsEnded;
  private @Nullable Side client;
  private @Nullable Side target;
  private boolean deceived;
  private boolean passing;
  private @Nullable End end;

  Conversation(Surroundings surroundings, Who who, Route route) {
    this.surroundings = surroundings;
    this.who = who;
    this.route = route;
  }

  Route route() {
    return route;
  }

  /// The client is here. With TLS its handshake comes next.
  void onClient(Side side) {
    client = side;
    surroundings.tell(new MitmEvent.Connected(who));
    if (!route.tls()) {
      surroundings.dial(this);
    }
  }

  /// A TLS handshake is over.
  ///
  /// @param reads the direction of the side that it was with
  void onHandshake(Direction reads, SslHandler tls) {
    switch (reads) {
      case TO_TARGET -> {
        deceived = true;
        if (client != null) {
          client.setReading(false);
        }
        SSLSession session = tls.engine().getSession();
        surroundings.tell(
            new MitmEvent.Deceived(who, session.getProtocol(), session.getCipherSuite()));
        surroundings.dial(this);
      }
      case TO_CLIENT -> pass();
    }
  }

  void onHandshakeFailed(Direction reads, Throwable cause) {
    switch (reads) {
      case TO_TARGET -> onRefused(Alerts.explain(cause));
      case TO_CLIENT -> onNoTarget("no TLS handshake: " + cause.getMessage());
    }
  }

  /// The client does not go on with the handshake.
  void onRefused(String why) {
    if (end == null) {
      surroundings.tell(new MitmEvent.Refused(who, why));
      finish(End.NO_HANDSHAKE);
    }
  }

  /// The target has accepted the connection. With TLS our own handshake comes next.
  void onTarget(Side side) {
    target = side;
    if (end != null) {
      side.close();
    } else if (!route.tls()) {
      pass();
    }
  }

  void onNoTarget(String why) {
    if (end == null) {
      surroundings.tell(new MitmEvent.TargetFailed(who, route.target(), why));
      finish(End.NO_TARGET);
    }
  }

  private void pass() {
    Side from = client;
    Side to = target;
    if (end != null || from == null || to == null) {
      return;
    }
    passing = true;
    while (!early.isEmpty()) {
      to.write(early.remove());
    }
    if (ended.contains(Direction.TO_TARGET)) {
      endOutput(to);
    }
    from.setReading(to.isWritable());
    to.setReading(from.isWritable());
  }

  /// Takes over the buffer.
  void onOctets(Direction reads, ByteBuf octets) {
    if (end != null) {
      octets.release();
      return;
    }
    byte[] copy = ByteBufUtil.getBytes(octets);
    surroundings.tell(new MitmEvent.Read(who, reads, Octets.of(copy), ear.hear(reads, copy)));
    Side to = receiver(reads);
    if (passing && to != null) {
      to.write(octets);
    } else {
      // Came with the end of the handshake; no more is read until the target is there.
      early.add(octets);
    }
  }

  /// Whoever sends in this direction is heard while its receiver keeps up.
  void onWritability(Direction direction, boolean writable) {
    Side from = receiver(direction.opposite());
    if (passing && from != null) {
      from.setReading(writable);
    }
  }

  void onInputEnded(Direction reads) {
    if (isHandshakeWithClient(reads)) {
      onRefused(LEFT);
    }
    if (end != null || !ended.add(reads)) {
      return;
    }
    surroundings.tell(new MitmEvent.HalfClosed(who, reads));
    Side to = receiver(reads);
    if (passing && to != null) {
      endOutput(to);
    }
  }

  private void endOutput(Side to) {
    to.endOutput(() -> {
      if (++outputsEnded == Direction.values().length) {
        finish(End.DONE);
      }
    });
  }

  void onReset(Direction reads) {
    if (isHandshakeWithClient(reads)) {
      onRefused("reset the connection during the handshake");
    }
    if (end != null) {
      return;
    }
    end = reads == Direction.TO_TARGET ? End.CLIENT_RESET : End.TARGET_RESET;
    Side other = receiver(reads);
    if (other != null) {
      other.reset();
    }
    closed();
  }

  void onIdle() {
    finish(End.IDLE);
  }

  void onStop() {
    finish(End.STOPPED);
  }

  /// A side is gone, without a word where nothing else was told before.
  void onGone(Direction reads) {
    if (isHandshakeWithClient(reads)) {
      onRefused(LEFT);
    }
    finish(End.DONE);
  }

  private void finish(End how) {
    if (end != null) {
      return;
    }
    end = how;
    closed();
    if (client != null) {
      client.close();
    }
    if (target != null) {
      target.close();
    }
  }

  private void closed() {
    early.forEach(ByteBuf::release);
    early.clear();
    surroundings.tell(new MitmEvent.Closed(who, end == null ? End.DONE : end));
    surroundings.leave(this);
  }

  private boolean isHandshakeWithClient(Direction reads) {
    return reads == Direction.TO_TARGET && route.tls() && !deceived;
  }

  private @Nullable Side receiver(Direction reads) {
    return switch (reads) {
      case TO_TARGET -> target;
      case TO_CLIENT -> client;
    };
  }
}
