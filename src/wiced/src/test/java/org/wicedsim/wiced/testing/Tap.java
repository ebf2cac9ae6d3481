package org.wicedsim.wiced.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// A listener on the wire: passes one connection on to a server, and keeps what the client sent.
public final class Tap implements AutoCloseable {
  private static final int RECORD_HEADER = 5;

  private final ServerSocket listener = new ServerSocket();
  private final CompletableFuture<byte[]> sent = new CompletableFuture<>();
  private final List<Socket> sockets = new ArrayList<>();

  /// One TLS record as it travelled (RFC 8446 section 5.1).
  ///
  /// @param type 20 change_cipher_spec, 21 alert, 22 handshake, 23 application_data
  /// @param length without its header
  public record TlsRecord(int type, int length) {}

  /// Listens at `address` and passes the first client on to `server`.
  public Tap(InetSocketAddress address, InetSocketAddress server) throws IOException {
    listener.bind(address);
    Thread.startVirtualThread(() -> pass(server));
  }

  /// The records that the client sent until its FIN.
  public List<TlsRecord> recordsUntilFin() {
    byte[] octets = sent.join();
    List<TlsRecord> records = new ArrayList<>();
    int at = 0;
    while (at < octets.length) {
      int length = (octets[at + 3] & 0xFF) << 8 | (octets[at + 4] & 0xFF);
      records.add(new TlsRecord(octets[at], length));
      at += RECORD_HEADER + length;
    }
    return records;
  }

  @Override
  public synchronized void close() throws IOException {
    listener.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  private void pass(InetSocketAddress server) {
    try {
      Socket client = keep(listener.accept());
      Socket onward = keep(new Socket(server.getAddress(), server.getPort()));
      Thread.startVirtualThread(() -> copy(onward, client, OutputStream.nullOutputStream()));
      ByteArrayOutputStream seen = new ByteArrayOutputStream();
      copy(client, onward, seen);
      sent.complete(seen.toByteArray());
    } catch (IOException e) {
      sent.completeExceptionally(e);
    }
  }

  private synchronized Socket keep(Socket socket) {
    sockets.add(socket);
    return socket;
  }

  private void copy(Socket from, Socket to, OutputStream seen) {
    try {
      InputStream in = from.getInputStream();
      byte[] block = new byte[4_096];
      for (int length = in.read(block); length >= 0; length = in.read(block)) {
        seen.write(block, 0, length);
        to.getOutputStream().write(block, 0, length);
      }
      to.shutdownOutput();
    } catch (IOException e) {
      sent.completeExceptionally(e);
    }
  }
}
