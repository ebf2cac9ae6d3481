package org.wicedsim.firmware;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A server that plays one script to each client, one after another. The client's request has been
/// read when a script begins, and the connection is closed behind it.
final class ScriptedPeer implements AutoCloseable {
  private static final int REQUEST_OCTETS = 11;

  private final ServerSocket listener = new ServerSocket();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final Thread thread;

  /// What the server does with one client.
  @FunctionalInterface
  interface Script {
    void play(Client client) throws IOException, InterruptedException;
  }

  /// Plays the first script to the first client, and so on; the last one to all further clients.
  ScriptedPeer(InetSocketAddress address, Script... scripts) throws IOException {
    listener.bind(address, 100);
    thread = Thread.ofVirtual().name("scripted peer").start(() -> serve(List.of(scripts)));
  }

  /// The requests so far, in order.
  List<String> requests() {
    return List.copyOf(requests);
  }

  @Override
  public void close() throws IOException, InterruptedException {
    listener.close();
    thread.interrupt();
    thread.join();
  }

  private void serve(List<Script> scripts) {
    for (int client = 0; !listener.isClosed(); client++) {
      try (Socket socket = listener.accept()) {
        String request = new String(socket.getInputStream().readNBytes(REQUEST_OCTETS), ISO_8859_1);
        requests.add(request);
        scripts.get(Math.min(client, scripts.size() - 1)).play(new Client(socket, request));
      } catch (IOException | InterruptedException _) {
        // The client has gone, or the test is over: what the board shows decides.
      }
    }
  }

  /// One client, as the script sees it.
  record Client(Socket socket, String request) {
    /// Sends text as one segment.
    void send(String text) throws IOException {
      socket.getOutputStream().write(text.getBytes(ISO_8859_1));
    }

    /// Sends the fitting answer.
    void accept() throws IOException {
      send(fitting());
    }

    /// The answer that accepts the request.
    String fitting() {
      return "A" + request.substring(1);
    }

    /// Ends the connection with RST.
    void reset() throws IOException {
      socket.setSoLinger(true, 0);
      socket.close();
    }

    /// Says nothing until the client ends the connection.
    void awaitEnd() throws IOException {
      var _ = socket.getInputStream().readAllBytes();
    }
  }
}
