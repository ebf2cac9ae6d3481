package org.wicedsim.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.wicedsim.pki.Identity;
import org.wicedsim.wiced.LanSeat;
import org.wicedsim.wwep.Wwep;
import org.wicedsim.wwepserver.ClassServer;
import org.wicedsim.wwepserver.ClassServerConfig;
import org.wicedsim.wwepserver.ServerIdentity;
import org.wicedsim.wwepserver.ServerLimits;
import org.wicedsim.wwepserver.TlsSettings;

/// How many boards with the LED client one JVM runs at once, what each of them takes, and how long
/// it takes until a press on every one of them is stored in the class server of the same process.
///
/// Arguments: `[--tls] [BOARDS...]`: sizes of the fleet, each larger than the one before; the fleet
/// grows from one to the next. Where the machine has no more to give, it says so and ends.
public final class BoardFleet {
  private static final int[] DEFAULT_STEPS = {100, 1_000, 2_000, 5_000, 10_000, 15_000, 20_000};
  private static final double KB = 1_024;

  /// How many presses are under way at once. A board waits for its server for two seconds, and in
  /// these a processor makes hundreds of handshakes.
  private static final int PLAIN_UNDER_WAY = 1_000;

  private static final int TLS_UNDER_WAY = 100;
  private static final int MAX_CONNECTIONS = 65_536;
  private static final String HEAD =
      "boards  boot ms  platform  virtual   heap KB  pressed KB    RSS KB      fds    press ms"
          + "  stored  answered";
  private static final String TLS = "--tls";

  private BoardFleet() {}

  /// What a fleet of one size gave.
  ///
  /// @param bootMs from the first board's power on to the moment in which all take presses; of the
  ///   boards that were added in this step
  /// @param idle before the press; boards of earlier steps were pressed once in each
  /// @param pressed after it: a board keeps what its first press has made
  /// @param serveMs from the first press to the end of the last one
  /// @param stored writes that boards know to be stored
  /// @param transactions writes that the server has answered
  record Step(
      int boards,
      long bootMs,
      ProcessFigures idle,
      ProcessFigures pressed,
      long serveMs,
      long stored,
      long transactions) {}

  /// Grows a fleet step by step and prints a line for each step.
  public static void main(String[] args) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of(args));
    boolean tls = all.remove(TLS);
    int[] steps =
        all.isEmpty() ? DEFAULT_STEPS : all.stream().mapToInt(Integer::parseInt).toArray();
    run(tls, steps, System.out);
  }

  static List<Step> run(boolean tls, int[] steps, PrintStream out)
      throws IOException, InterruptedException {
    LongAdder transactions = new LongAdder();
    FleetWatch watch = new FleetWatch();
    List<Step> done = new ArrayList<>();
    try (LanSeat wholeLan = LanSeat.takeFreeLan()) {
      Identity identity = Bench.identity(wholeLan.lan());
      try (ClassServer _ = ClassServer.start(config(wholeLan, identity, transactions));
          Fleet fleet =
              new Fleet(
                  wholeLan.lan(),
                  Bench.ledClient(tls),
                  Bench.trusting(identity),
                  watch,
                  tls ? TLS_UNDER_WAY : PLAIN_UNDER_WAY)) {
        ProcessFigures empty = ProcessFigures.now();
        out.printf(
            "LED clients %s, steps %s; without any board: %s%n",
            tls ? "over TLS" : "plain", Arrays.toString(steps), empty);
        out.println(HEAD);
        for (int boards : steps) {
          Step step = step(fleet, boards, watch, transactions);
          done.add(step);
          out.println(row(step, empty));
          if (fleet.size() < boards) {
            break;
          }
        }
        watch.troubles().forEach((name, count) -> out.printf("%s: %s%n", name, count));
      }
    }
    return done;
  }

  private static Step step(Fleet fleet, int boards, FleetWatch watch, LongAdder transactions)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    try {
      fleet.growTo(boards);
    } catch (UncheckedIOException | IllegalStateException e) {
      int reached = fleet.size();
      fleet.makeRoom();
      watch.note("no more than %d boards, %s".formatted(reached, e.getMessage()));
    }
    long bootMs = msSince(start);
    ProcessFigures idle = ProcessFigures.now();
    transactions.reset();
    start = System.nanoTime();
    if (!fleet.press()) {
      watch.note("not every press ended");
    }
    long serveMs = msSince(start);
    fleet.release();
    ProcessFigures pressed = ProcessFigures.now();
    return new Step(
        fleet.size(), bootMs, idle, pressed, serveMs, watch.stored(), transactions.sum());
  }

  private static ClassServerConfig config(
      LanSeat wholeLan, Identity identity, LongAdder transactions) {
    ServerIdentity served = new ServerIdentity(identity.privateKey(), identity.chain());
    return ClassServerConfig.builder()
        .addresses(List.of(wholeLan.lan().loopback(Bench.SERVER)))
        .plainPort(Wwep.PLAIN_PORT)
        .tls(new TlsSettings(Wwep.TLS_PORT, served, List.of()))
        .limits(ServerLimits.builder().connections(MAX_CONNECTIONS).build())
        .transactions(_ -> transactions.increment())
        .build();
  }

  /// Memory and descriptors are told for one board.
  private static String row(Step step, ProcessFigures empty) {
    ProcessFigures idle = step.idle();
    double boards = step.boards();
    return String.format(
        Locale.ROOT,
        "%6d  %7d  %8d  %7d  %8.1f  %10.1f  %8.1f  %7.2f  %10d  %6d  %8d",
        step.boards(),
        step.bootMs(),
        idle.platformThreads(),
        idle.virtualThreads(),
        (idle.heapOctets() - empty.heapOctets()) / KB / boards,
        (step.pressed().heapOctets() - empty.heapOctets()) / KB / boards,
        (step.pressed().residentOctets() - empty.residentOctets()) / KB / boards,
        (idle.descriptors() - empty.descriptors()) / boards,
        step.serveMs(),
        step.stored(),
        step.transactions());
  }

  private static long msSince(long nanos) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos);
  }
}
