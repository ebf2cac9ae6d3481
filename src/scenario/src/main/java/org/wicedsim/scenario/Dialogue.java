package org.wicedsim.scenario;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.wicedsim.hal.EventStream;
import org.wicedsim.hal.Octets;
import org.wicedsim.wiced.SocketState;
import org.wicedsim.wiced.WicedEvent;

/// Puts the segments of a board's sockets together to messages, whether TCP split or joined them.
///
/// Messages are recognised by their content, so it makes no difference whether the board is the
/// client or the server:
/// - a whole WWEP request or an accepting answer (SPEC 1.2, 1.3) is a message at its last digit;
/// - one LF or CR LF after a request is ignored (SPEC 1.5);
/// - `X` is a message at once. What follows it in the same segment belongs to it, unless it is
///   further answers, as a pipelining client gets them (SPEC 1.9). So a server that says more than
///   `X` is seen as such;
/// - everything else is a message when the direction turns, or when no more can come: all of it
///   when the socket closes, what was received already when the peer has sent its FIN.
///
/// Not safe for use by several threads at once: an [EventStream] delivers one event at a time.
public final class Dialogue {
  /// A message that grows to this is reported there, and the rest begins another.
  public static final int MAX_MESSAGE_OCTETS = 4096;

  /// Of so many sockets the unfinished messages are kept; beyond, the oldest are taken to be
  /// closed.
  public static final int MAX_SOCKETS = 256;

  /// Which way a message went, as the board sees it.
  public enum Direction {
    SENT,
    RECEIVED
  }

  /// A whole message.
  ///
  /// @param socket as in [WicedEvent]
  /// @param tls whether it travelled inside TLS
  /// @param nanos the board's time of the last octet
  public record Message(int socket, boolean tls, Direction direction, Octets octets, long nanos) {}

  /// Hears messages, and whether they are answers: on each connection, whoever speaks first asks.
  @FunctionalInterface
  interface Listener {
    void onMessage(Message message, boolean answer);
  }

  private final Listener listener;
  private final Map<Integer, Conversation> conversations = new LinkedHashMap<>();

  /// @param listener is called inside [#onEvent], on its caller's thread
  public Dialogue(Consumer<Message> listener) {
    this((message, _) -> listener.accept(message));
  }

  Dialogue(Listener listener) {
    this.listener = listener;
  }

  /// Takes the next event of the board; events that tell of no socket are ignored.
  public void onEvent(EventStream.Stamped event) {
    switch (event.event()) {
      case WicedEvent.SegmentSent(int socket, boolean tls, Octets data) ->
          conversation(socket).onSegment(Direction.SENT, tls, data, event.nanos());
      case WicedEvent.SegmentReceived(int socket, boolean tls, Octets data) ->
          conversation(socket).onSegment(Direction.RECEIVED, tls, data, event.nanos());
      case WicedEvent.SocketChanged(int socket, SocketState state, _, _) ->
          onSocketChanged(socket, state);
      default -> {} // Other modules add events of their own.
    }
  }

  /// Tells what was sent or received so far of messages that are not whole.
  void unfinished(Listener curious) {
    conversations.values().forEach(conversation -> conversation.unfinished(curious));
  }

  private void onSocketChanged(int socket, SocketState state) {
    Conversation conversation = conversations.get(socket);
    if (conversation == null) {
      return;
    }
    switch (state) {
      case CLOSED -> {
        conversations.remove(socket);
        conversation.end();
      }
      case CLOSING -> conversation.onPeerFinished();
      case CONNECTING, CONNECTED, LISTEN -> {}
    }
  }

  private Conversation conversation(int socket) {
    Conversation known = conversations.get(socket);
    if (known != null) {
      return known;
    }
    if (conversations.size() == MAX_SOCKETS) {
      var oldest = conversations.entrySet().iterator();
      Conversation dropped = oldest.next().getValue();
      oldest.remove();
      dropped.end();
    }
    Conversation fresh = new Conversation(socket, listener);
    conversations.put(socket, fresh);
    return fresh;
  }
}
