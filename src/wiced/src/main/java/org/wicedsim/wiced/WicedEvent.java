package org.wicedsim.wiced;

import java.util.List;
import org.wicedsim.hal.Event;
import org.wicedsim.hal.Ipv4Address;
import org.wicedsim.hal.Octets;

/// What happens in the SDK and on the board's network. Sockets are numbered from 1 in the order in
/// which the firmware created them.
public sealed interface WicedEvent extends Event {
  /// The firmware called the SDK, and the call has returned.
  ///
  /// @param function the C name, such as `wiced_tcp_connect`
  /// @param arguments as text, separated by commas
  /// @param site the line of the firmware that made the call, such as `MyFirmware.java:42` or
  ///   `app.c:43`
  record SdkCall(String function, String arguments, WicedResult result, String site)
      implements WicedEvent {}

  /// A network interface has an address now.
  record NetworkUp(Interface on, Ipv4Address address) implements WicedEvent {}

  /// A network interface lost its address.
  record NetworkDown(Interface on) implements WicedEvent {}

  /// A socket has changed its state.
  ///
  /// @param local the board's end; port 0 before it is bound
  /// @param remote the peer's end; port 0 before there is one
  record SocketChanged(int socket, SocketState state, Endpoint local, Endpoint remote)
      implements WicedEvent {}

  /// The firmware sent data: what the application wrote, before TLS sealed it.
  record SegmentSent(int socket, boolean tls, Octets data) implements WicedEvent {}

  /// Data has arrived for the firmware: what the application reads, after TLS opened it.
  record SegmentReceived(int socket, boolean tls, Octets data) implements WicedEvent {}

  /// A segment has arrived and found no free receive packet: on the board it is lost, and the peer
  /// sends it again (SPEC 2.7).
  ///
  /// @param dropped how many there were so far on the board
  record SegmentDropped(int socket, int octets, long dropped) implements WicedEvent {}

  /// A packet is referred to by one more or one less.
  ///
  /// @param packet its place in the pool, from 1
  /// @param references 0 when its place is free
  /// @param free how many places of the pool can be taken
  record PacketChanged(Pool pool, int packet, int references, int free) implements WicedEvent {}

  /// A packet pool (SPEC 2.7).
  enum Pool {
    RECEIVE,
    TRANSMIT
  }

  /// A TLS handshake succeeded.
  record TlsEstablished(int socket, String protocol, String cipherSuite) implements WicedEvent {}

  /// A TLS handshake failed, or what the peer said after it ended the session.
  record TlsRefused(int socket, TlsRefusal refusal) implements WicedEvent {}

  /// The firmware's own state machine moved on. Firmware that shows no state machine publishes
  /// none.
  ///
  /// @param state the name of the new state
  /// @param detail what is true in it, for people; may be empty
  record FirmwareState(String state, String detail) implements WicedEvent {}

  /// A thread of the firmware ended with an exception, and the board goes on without it; or native
  /// firmware crashed, and its board with it.
  ///
  /// @param stack the firmware's calls at that point, the innermost first, such as `sendData
  ///   (app.c:43)`; may be empty
  record FirmwareCrashed(String thread, String cause, List<String> stack) implements WicedEvent {
    public FirmwareCrashed {
      stack = List.copyOf(stack);
    }
  }
}
