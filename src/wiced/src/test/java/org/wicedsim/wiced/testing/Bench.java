package org.wicedsim.wiced.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javax.net.ssl.SSLServerSocket;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.wicedsim.hal.BoardDescription;
import org.wicedsim.hal.Clock;
import org.wicedsim.hal.Ipv4Address;
import org.wicedsim.hal.SystemClock;
import org.wicedsim.pki.Identity;
import org.wicedsim.wiced.Firmware;
import org.wicedsim.wiced.LanAccess;
import org.wicedsim.wiced.LanSeat;
import org.wicedsim.wiced.VirtualLan;
import org.wicedsim.wiced.Wiced;

/// A LAN for one test alone, with the boards and peers that the test puts on it. Behind the test
/// all of them are closed, the last one first.
///
/// Register it with `@RegisterExtension`, in a field that is not static.
public final class Bench implements AfterEachCallback {
  /// Where the course's boards expect the class server.
  public static final Ipv4Address SERVER = Ipv4Address.of(198, 51, 100, 3);

  /// The address of the first board.
  public static final Ipv4Address BOARD = Ipv4Address.of(198, 51, 100, 14);

  private final LanSeat seat = LanSeat.takeFreeLan();
  private final Deque<AutoCloseable> kept = new ArrayDeque<>();

  /// A board, and the SDK for the test to play its firmware.
  public record Played(TestBoard board, Wiced wiced) {
    /// The board's events.
    public EventLog log() {
      return board.log();
    }
  }

  /// The test's LAN.
  public VirtualLan lan() {
    return seat.lan();
  }

  /// How the first board reaches the LAN.
  public LanAccess access() {
    return new LanAccess(lan(), BOARD, Map.of());
  }

  /// The loopback address of the class server's end on this LAN.
  public InetSocketAddress serverAt(int port) {
    return new InetSocketAddress(lan().loopback(SERVER), port);
  }

  /// The course's board with its network up, on the machine's time, whose firmware is the test.
  public Played play() {
    return play(TestBoard.course(), new SystemClock(), access());
  }

  /// The course's board with its network up, on this clock, whose firmware is the test.
  public Played play(Clock clock) {
    return play(TestBoard.course(), clock, access());
  }

  /// A board with its network up, whose firmware is the test.
  public Played play(BoardDescription description, Clock clock, LanAccess access) {
    CompletableFuture<Wiced> sdk = new CompletableFuture<>();
    TestBoard board =
        keep(TestBoard.start(description, Map.of(), clock, access, TestBoard.handingOver(sdk)));
    return new Played(board, sdk.join());
  }

  /// A board with its network up, whose firmware is the test.
  ///
  /// @param isNative whether its threads are the machine's, as those of native firmware
  public Played play(BoardDescription description, Clock clock, boolean isNative) {
    CompletableFuture<Wiced> sdk = new CompletableFuture<>();
    Firmware handingOver = TestBoard.handingOver(sdk);
    Firmware firmware = isNative ? TestBoard.onNativeThreads(handingOver) : handingOver;
    TestBoard board = keep(TestBoard.start(description, Map.of(), clock, access(), firmware));
    return new Played(board, sdk.join());
  }

  /// The course's board on the machine's time, running `firmware`.
  public TestBoard run(Firmware firmware) {
    return run(new SystemClock(), firmware);
  }

  /// The course's board running `firmware`.
  public TestBoard run(Clock clock, Firmware firmware) {
    return keep(TestBoard.start(TestBoard.course(), Map.of(), clock, access(), firmware));
  }

  /// A server at the class server's address.
  public <T> Peer<T> listen(int port, Peer.Script<T> script) {
    try {
      return keep(new Peer<>(serverAt(port), script));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /// A TLS server at the class server's address; scripts begin behind the handshake.
  public <T> Peer<T> listenTls(int port, Identity identity, Peer.Script<T> script) {
    return listenTls(port, identity, null, _ -> {}, script);
  }

  /// A TLS server at the class server's address; scripts begin behind the handshake.
  ///
  /// @param clientCa whom clients must have a certificate of; null demands none
  /// @param settings what else the listener shall do
  public <T> Peer<T> listenTls(
      int port,
      Identity identity,
      @Nullable X509Certificate clientCa,
      Consumer<SSLServerSocket> settings,
      Peer.Script<T> script) {
    try {
      SSLServerSocket listener = TlsServer.listener(identity, clientCa, settings);
      return keep(new Peer<>(listener, serverAt(port), TlsServer.behindTheHandshake(script)));
    } catch (IOException | GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /// Closes `part` behind the test.
  public <C extends AutoCloseable> C keep(C part) {
    kept.push(part);
    return part;
  }

  @Override
  public void afterEach(ExtensionContext context) throws Exception {
    try {
      while (!kept.isEmpty()) {
        AutoCloseable part = kept.pop();
        part.close();
        if (part instanceof TestBoard board) {
          assertThat(board.log().diagnosticCodes()).doesNotContain("thread-hangs");
        }
      }
    } finally {
      seat.close();
    }
  }
}
