package org.wicedsim.wiced;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a binding of the SDK to another language needs of TCP, and firmware does not: what C
/// firmware reads and changes in the SDK's structures without a call. Nothing of it is published as
/// a call, but where it says so.
public final class TcpBinding {
  private TcpBinding() {}

  /// What the structure of a socket shows.
  ///
  /// @param peer who is at the other end; of a client that is yet to be accepted, too
  public record View(SocketState state, Optional<Endpoint> peer) {}

  /// What the structure of a socket shows at this moment.
  public static View view(TcpSocket socket) {
    return new View(socket.core().state(), socket.core().peer());
  }

  /// Has further handshakes of a socket use this context; null for connections in clear. A context
  /// that the socket used before is not ended.
  public static void useTls(TcpSocket socket, @Nullable TlsContext context) {
    socket.core().use(context);
  }

  /// Ends a context whose structure was overwritten.
  public static void end(TlsContext context) {
    context.end();
  }

  /// A stream whose initialising was published before its socket was known.
  public static TcpStream stream(TcpSocket socket) {
    return socket.stream();
  }

  /// Has a stream go on with another socket; what is buffered goes there.
  public static void use(TcpStream stream, TcpSocket socket) {
    stream.use(socket);
  }

  /// As [TcpStream#read(byte[], long)], and published like it: tells in addition how many octets
  /// are in the buffer when there was no success.
  public static TcpStream.ReadCount read(TcpStream stream, byte[] buffer, long timeoutMs) {
    return stream.readCounted(buffer, timeoutMs);
  }

  /// As [TcpStream#write(org.wicedsim.hal.Resource)], and published like it.
  ///
  /// @param name what the resource is called in events
  public static WicedResult writeResource(TcpStream stream, byte[] octets, String name) {
    return stream.writeResource(octets, name);
  }

  /// Whether an interface is up: a call on no socket at all fails otherwise than one without a
  /// network.
  public static boolean hasLink(Wiced wiced) {
    for (Interface on : Interface.values()) {
      if (wiced.network().link(on).isPresent()) {
        return true;
      }
    }
    return false;
  }
}
