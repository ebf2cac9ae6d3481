package org.wicedsim.wiced.testing;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/// A listener that never accepts and whose queue is full: it swallows every further SYN, so that
/// connecting to it neither succeeds nor is refused.
public final class FullListener implements AutoCloseable {
  private static final int MAX_FILLERS = 64;
  private static final int CONNECT_TIMEOUT_MS = 300;

  private final ServerSocket listener = new ServerSocket();
  private final List<Socket> fillers = new ArrayList<>();

  /// Listens at `address`.
  public FullListener(InetSocketAddress address) throws IOException {
    listener.bind(address, 1);
    while (fillers.size() < MAX_FILLERS) {
      Socket filler = new Socket();
      fillers.add(filler);
      try {
        filler.connect(listener.getLocalSocketAddress(), CONNECT_TIMEOUT_MS);
      } catch (SocketTimeoutException _) {
        return;
      }
    }
    close();
    throw new IOException("this machine accepts connections beyond the backlog");
  }

  @Override
  public void close() throws IOException {
    for (Socket filler : fillers) {
      filler.close();
    }
    listener.close();
  }
}
