package org.wicedsim.wicedc;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.wicedsim.hal.BoardDescription;
import org.wicedsim.hal.BoardFile;
import org.wicedsim.hal.BoardFileException;
import org.wicedsim.hal.Ipv4Address;
import org.wicedsim.hal.Resources;
import org.wicedsim.hal.SystemClock;
import org.wicedsim.hal.VirtualBoard;
import org.wicedsim.wiced.FirmwareRun;
import org.wicedsim.wiced.Interface;
import org.wicedsim.wiced.LanAccess;
import org.wicedsim.wiced.LanSeat;
import org.wicedsim.wiced.NetworkConfig;
import org.wicedsim.wiced.TcpSocket;
import org.wicedsim.wiced.TcpStream;
import org.wicedsim.wiced.Wiced;

/// Exchanges a few octets on a board and a LAN that nobody sees, while the process waits for its
/// firmware to be compiled. Programs of the course wait 500 ms for an answer; on a busy machine a
/// JVM that has never opened a connection may need more than that for its first one.
final class Rehearsal {
  private static final Ipv4Address SERVER = Ipv4Address.of(198, 51, 100, 3);
  private static final int PORT = 27_708;
  private static final byte[] OCTETS = "W00000500".getBytes(StandardCharsets.US_ASCII);
  private static final long TIMEOUT_MS = 5_000;

  private Rehearsal() {}

  /// Begins on a thread of its own, and gives way to everybody. What goes wrong is nobody's
  /// concern: the first connection is slower then.
  static void begin() {
    Thread.ofPlatform().daemon().name("rehearsal").start(Rehearsal::run);
  }

  private static void run() {
    try (LanSeat wholeLan = LanSeat.takeFreeLan();
        ServerSocket server = new ServerSocket()) {
      server.bind(new InetSocketAddress(wholeLan.lan().loopback(SERVER), PORT));
      server.setSoTimeout((int) TIMEOUT_MS);
      BoardDescription board = BoardFile.shipped("bare");
      try (LanSeat seat = LanSeat.take(wholeLan.lan(), board.network().address())) {
        exchange(board, new LanAccess(seat.lan(), seat.address(), Map.of()), server);
      }
    } catch (IOException | BoardFileException _) {
      // No free LAN, or no sockets at all: the firmware will find out for itself.
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static void exchange(BoardDescription description, LanAccess lan, ServerSocket server)
      throws IOException, InterruptedException {
    CountDownLatch over = new CountDownLatch(1);
    VirtualBoard board =
        new VirtualBoard(description, new Resources(List.of(), Map.of()), new SystemClock());
    // Somebody watches every board process: its events are made here too.
    try (var _ = board.events().subscribe(_ -> {});
        FirmwareRun _ =
            FirmwareRun.start(
                board,
                lan,
                wiced -> {
                  talk(wiced);
                  over.countDown();
                })) {
      try (Socket client = server.accept()) {
        client.getOutputStream().write(client.getInputStream().readNBytes(OCTETS.length));
      }
      var _ = over.await(TIMEOUT_MS, TimeUnit.MILLISECONDS);
    }
  }

  private static void talk(Wiced wiced) {
    wiced.network().up(Interface.STA, NetworkConfig.EXTERNAL_DHCP_SERVER, null);
    TcpSocket socket = wiced.tcp().createSocket(Interface.STA);
    socket.connect(SERVER, PORT, TIMEOUT_MS);
    TcpStream stream = wiced.tcp().streamInit(socket);
    stream.write(OCTETS);
    stream.flush();
    stream.read(new byte[OCTETS.length], TIMEOUT_MS);
    stream.deinit();
    socket.delete();
  }
}
