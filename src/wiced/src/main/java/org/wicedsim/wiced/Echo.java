package org.wicedsim.wiced;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Optional;
import org.wicedsim.hal.Ipv4Address;

/// Whether a host of the virtual LAN is there, for `wiced_ping`.
///
/// ICMP needs root, and every loopback address answers it. So a host is there if a board has taken
/// its address, or if something listens where a class server would.
final class Echo {
  /// A listener on this machine answers at once; one elsewhere may take this long.
  private static final int CONNECT_TIMEOUT_MS = 500;

  /// The ports of WWEP (SPEC 1.1).
  private static final int[] SERVER_PORTS = {27_708, 40_508};

  private Echo() {}

  static boolean answers(Link link, Ipv4Address address) {
    if (address.equals(link.address()) || address.equals(link.settings().gateway())) {
      return true;
    }
    Optional<Ipv4Address> onLan = link.toLan(address).filter(VirtualLan::contains);
    return onLan.isPresent()
        && (LanSeat.isTaken(link.access().lan(), onLan.get()) || hasServer(link, address));
  }

  private static boolean hasServer(Link link, Ipv4Address address) {
    for (int port : SERVER_PORTS) {
      Optional<InetSocketAddress> route = link.route(new Endpoint(address, port));
      if (route.isPresent() && answers(route.get(), link)) {
        return true;
      }
    }
    return false;
  }

  private static boolean answers(InetSocketAddress server, Link link) {
    try (Socket probe = new Socket()) {
      probe.bind(link.source(server, 0));
      probe.connect(server, CONNECT_TIMEOUT_MS);
      return true;
    } catch (ConnectException _) {
      // On another machine a refusal is an answer; here every address refuses.
      return !server.getAddress().isLoopbackAddress();
    } catch (IOException _) {
      return false;
    }
  }
}
