package org.wicedsim.firmware;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import org.wicedsim.hal.Ipv4Address;
import org.wicedsim.hal.Octets;
import org.wicedsim.wiced.Endpoint;
import org.wicedsim.wiced.Firmware;
import org.wicedsim.wiced.Interface;
import org.wicedsim.wiced.IpSettings;
import org.wicedsim.wiced.NetworkConfig;
import org.wicedsim.wiced.TcpSocket;
import org.wicedsim.wiced.TcpStream;
import org.wicedsim.wiced.Wiced;
import org.wicedsim.wiced.WicedResult;

/// Exercise 04: a WWEP server that serves one connection at a time (SPEC 4).
///
/// The board is the access point of its own network, at the class server's address. Its registers
/// are in a linked list: [RegisterDatabase]. One socket serves all clients, one request each; the
/// next ones wait in the backlog.
public final class Exercise04Server implements Firmware {
  static final Ipv4Address ADDRESS = Ipv4Address.of(198, 51, 100, 3);

  private static final int PORT = 27_708;
  private static final int THREAD_PRIORITY = 10;
  private static final int THREAD_STACK_OCTETS = 6_200;

  @Override
  public void applicationStart(Wiced wiced) {
    wiced.init();
    if (networkUp(wiced)) {
      wiced.rtos().createThread(THREAD_PRIORITY, "server", THREAD_STACK_OCTETS, () -> serve(wiced));
    }
  }

  /// Opens the board's own network, in which it hands out the addresses.
  static boolean networkUp(Wiced wiced) {
    WicedResult up =
        wiced
            .network()
            .up(
                Interface.AP,
                NetworkConfig.INTERNAL_DHCP_SERVER,
                IpSettings.ofAccessPoint(ADDRESS));
    if (!up.isSuccess()) {
      wiced.console().printf("Failed network up = [%d]\n", up.code());
    }
    return up.isSuccess();
  }

  private static void serve(Wiced wiced) {
    TcpSocket socket = wiced.tcp().createSocket(Interface.AP);
    WicedResult listening = socket.listen(PORT);
    if (!listening.isSuccess()) {
      wiced.console().printf("Failed listen = [%d]\n", listening.code());
      socket.delete();
      return;
    }
    wiced.console().printf("Listening on port %d\n", PORT);
    RegisterDatabase database = new RegisterDatabase();
    int transactions = 0;
    while (true) {
      // It returns without a client after 3 s, and ends what is left of the connection before.
      if (socket.accept().isSuccess()) {
        // A stream keeps what is left of a segment: the next client gets a new one.
        TcpStream stream = wiced.tcp().streamInit(socket);
        String request = RequestReader.read(stream);
        if (!request.isEmpty()) {
          String answer = database.answer(request);
          stream.write(answer.getBytes(ISO_8859_1));
          stream.flush();
          transactions++;
          tell(wiced, transactions, socket, "plain", request, answer);
        }
        stream.deinit();
        socket.disconnect();
      }
    }
  }

  /// One line for each transaction (SPEC 1.12).
  static void tell(
      Wiced wiced, int number, TcpSocket socket, String way, String request, String answer) {
    wiced
        .console()
        .printf(
            "%d %s %s %s -> %s\n",
            number,
            socket.serverPeer().map(Endpoint::toString).orElse("gone"),
            way,
            Octets.of(request.getBytes(ISO_8859_1)),
            answer);
  }
}
