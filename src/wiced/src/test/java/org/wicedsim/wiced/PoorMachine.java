package org.wicedsim.wiced;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.wicedsim.hal.HalEvent;
import org.wicedsim.hal.Ipv4Address;
import org.wicedsim.hal.SystemClock;
import org.wicedsim.wiced.testing.TestBoard;

/// A process with a board whose machine runs out of sockets, and then has some again. Prints what
/// connecting and listening gave, each time.
final class PoorMachine {
  private PoorMachine() {}

  /// Starts the board.
  ///
  /// @param args the number of the LAN, and the port at 198.51.100.3 where somebody listens
  public static void main(String[] args) throws IOException {
    VirtualLan lan = VirtualLan.of(Integer.parseInt(args[0]));
    int port = Integer.parseInt(args[1]);
    CompletableFuture<Wiced> sdk = new CompletableFuture<>();
    try (TestBoard board =
        TestBoard.start(
            TestBoard.course(),
            Map.of(),
            new SystemClock(),
            new LanAccess(lan, Ipv4Address.of(198, 51, 100, 14), Map.of()),
            TestBoard.handingOver(sdk))) {
      Wiced wiced = sdk.join();
      System.out.println("rich " + tryBoth(wiced, port));
      Deque<SocketChannel> taken = new ArrayDeque<>();
      takeAll(taken);
      String poor = tryBoth(wiced, port);
      while (!taken.isEmpty()) {
        taken.pop().close();
      }
      System.out.println("poor " + poor);
      System.out.println("rich " + tryBoth(wiced, port));
      System.out.println(
          board.log().all(HalEvent.Diagnostic.class).stream()
              .map(HalEvent.Diagnostic::code)
              .distinct()
              .toList());
    }
  }

  private static String tryBoth(Wiced wiced, int port) {
    TcpSocket client = wiced.tcp().createSocket(Interface.STA);
    WicedResult connected = client.connect(Ipv4Address.of(198, 51, 100, 3), port, 5_000);
    client.delete();
    TcpSocket server = wiced.tcp().createSocket(Interface.STA);
    WicedResult listening = server.listen(port);
    server.delete();
    return connected + " " + listening;
  }

  private static void takeAll(Deque<SocketChannel> taken) {
    try {
      while (true) {
        taken.push(SocketChannel.open());
      }
    } catch (IOException _) {
      // That was the last one.
    }
  }
}
