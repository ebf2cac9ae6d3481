package org.wicedsim.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToLongFunction;
import org.wicedsim.hal.Clock;
import org.wicedsim.hal.EventStream;
import org.wicedsim.hal.Levers;
import org.wicedsim.hal.SystemClock;
import org.wicedsim.hal.VirtualBoard;
import org.wicedsim.pki.Identity;
import org.wicedsim.wiced.FirmwareRun;
import org.wicedsim.wiced.LanAccess;
import org.wicedsim.wiced.LanSeat;
import org.wicedsim.wwep.Wwep;

/// How long after a press of button 1 the LED client's request is on the wire: one board, one press
/// after the other, a new connection each, plain and over TLS.
///
/// Arguments: `[PRESSES]`, 2,000 unless given. A quarter of them again comes first, unmeasured.
public final class BoardLatency {
  static final int DEFAULT_PRESSES = 2_000;

  /// A board is idle between two presses: all of its threads wait.
  private static final long IDLE_NANOS = 2_000_000;

  static final long TIMEOUT_MS = 10_000;

  private BoardLatency() {}

  /// One press, by the board's clock.
  ///
  /// @param pressed when [org.wicedsim.hal.Levers#press(int)] was called
  /// @param board what the board's events tell
  /// @param arrived when the server had the request in its hands; opened, over TLS
  record Press(long pressed, PressRecorder.Times board, long arrived) {}

  /// Measures both transports and prints a table.
  public static void main(String[] args) throws IOException, InterruptedException {
    int presses = args.length == 0 ? DEFAULT_PRESSES : Integer.parseInt(args[0]);
    run(presses, System.out);
  }

  static void run(int presses, PrintStream out) throws IOException, InterruptedException {
    out.printf("LED client on the bare board (no debounce), %d presses%n", presses);
    print(out, "plain", measure(presses, false), false);
    print(out, "TLS", measure(presses, true), true);
  }

  /// Presses the button of a new board, on a LAN of its own.
  static List<Press> measure(int presses, boolean tls) throws IOException, InterruptedException {
    SystemClock clock = new SystemClock();
    try (LanSeat wholeLan = LanSeat.takeFreeLan()) {
      Identity identity = Bench.identity(wholeLan.lan());
      try (WireServer server = server(wholeLan, clock, tls, identity);
          LanSeat seat = LanSeat.take(wholeLan.lan(), Bench.bareBoard().network().address())) {
        VirtualBoard board = new VirtualBoard(Bench.bareBoard(), Bench.trusting(identity), clock);
        PressRecorder recorder = new PressRecorder(true);
        LanAccess access = new LanAccess(seat.lan(), seat.address(), Map.of());
        try (EventStream.Subscription _ = board.events().subscribe(recorder);
            FirmwareRun _ = FirmwareRun.start(board, access, Bench.ledClient(tls))) {
          recorder.awaitBoot(TIMEOUT_MS);
          return press(presses, board.levers(), clock, recorder, server);
        }
      }
    }
  }

  /// Presses the button of a board that waits for it, first without measuring.
  static List<Press> press(
      int presses, Levers levers, Clock clock, PressRecorder recorder, WireServer server)
      throws InterruptedException {
    List<Press> measured = new ArrayList<>(presses);
    for (int i = -presses / 4; i < presses; i++) {
      Press press = press(levers, clock, recorder, server);
      if (i >= 0) {
        measured.add(press);
      }
    }
    return measured;
  }

  private static Press press(Levers levers, Clock clock, PressRecorder recorder, WireServer server)
      throws InterruptedException {
    LockSupport.parkNanos(IDLE_NANOS);
    long pressed = clock.nanos();
    levers.press(Bench.BUTTON);
    PressRecorder.Times times = recorder.take(TIMEOUT_MS);
    levers.release(Bench.BUTTON);
    return new Press(pressed, times, server.takeArrival(TIMEOUT_MS));
  }

  static WireServer server(LanSeat wholeLan, Clock clock, boolean tls, Identity identity)
      throws IOException {
    var address = wholeLan.lan().loopback(Bench.SERVER);
    return tls
        ? WireServer.tls(new InetSocketAddress(address, Wwep.TLS_PORT), clock, identity)
        : WireServer.plain(new InetSocketAddress(address, Wwep.PLAIN_PORT), clock);
  }

  static void print(PrintStream out, String title, List<Press> presses, boolean tls) {
    out.println(Latencies.head(title));
    row(
        out,
        "press to the start of the connect",
        presses,
        p -> p.board().connecting() - p.pressed());
    row(out, "the connect", presses, p -> p.board().connected() - p.board().connecting());
    if (tls) {
      row(out, "the handshake", presses, p -> p.board().ready() - p.board().connected());
    }
    row(out, "connected to SegmentSent", presses, p -> p.board().sent() - p.board().ready());
    row(out, "SegmentSent to the server", presses, p -> p.arrived() - p.board().sent());
    row(out, "press to SegmentSent", presses, p -> p.board().sent() - p.pressed());
    row(out, "press to the octets at the server", presses, p -> p.arrived() - p.pressed());
  }

  private static void row(
      PrintStream out, String label, List<Press> presses, ToLongFunction<Press> time) {
    out.println(new Latencies(presses.stream().mapToLong(time).toArray()).row(label));
  }
}
