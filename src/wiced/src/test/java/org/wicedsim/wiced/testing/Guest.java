package org.wicedsim.wiced.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.wicedsim.hal.Ipv4Address;
import org.wicedsim.wiced.VirtualLan;

/// A client on plain sockets of the JDK, from an address of the LAN.
public final class Guest implements AutoCloseable {
  private static final int PATIENCE_MS = 20_000;

  private final Socket socket;

  private Guest(Socket socket) {
    this.socket = socket;
  }

  /// Connects from one address of the LAN to another.
  public static Guest connect(VirtualLan lan, Ipv4Address from, Ipv4Address to, int port) {
    try {
      Socket socket = new Socket();
      socket.bind(new InetSocketAddress(lan.loopback(from), 0));
      return connect(socket, lan, to, port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Connects as a program does that knows nothing of the LAN.
  public static Guest fromOutside(VirtualLan lan, Ipv4Address to, int port) {
    try {
      return connect(new Socket(), lan, to, port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Guest connect(Socket socket, VirtualLan lan, Ipv4Address to, int port)
      throws IOException {
    socket.setSoTimeout(PATIENCE_MS);
    socket.setTcpNoDelay(true);
    socket.connect(new InetSocketAddress(lan.loopback(to), port), PATIENCE_MS);
    return new Guest(socket);
  }

  /// The socket itself.
  public Socket socket() {
    return socket;
  }

  /// Sends text.
  public void send(String text) {
    try {
      socket.getOutputStream().write(text.getBytes(ISO_8859_1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Reads until this many octets are here, or the board has sent its FIN.
  public String read(int octets) {
    try {
      return new String(socket.getInputStream().readNBytes(octets), ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Sends FIN.
  public void finish() {
    try {
      socket.shutdownOutput();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Ends the connection with a reset.
  public void reset() {
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
