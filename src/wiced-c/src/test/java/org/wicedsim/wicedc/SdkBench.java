package org.wicedsim.wicedc;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.wicedsim.hal.BoardDescription;
import org.wicedsim.hal.BoardFile;
import org.wicedsim.hal.BoardFileException;
import org.wicedsim.hal.Clock;
import org.wicedsim.hal.Event;
import org.wicedsim.hal.HalEvent;
import org.wicedsim.hal.Ipv4Address;
import org.wicedsim.hal.Resources;
import org.wicedsim.hal.VirtualBoard;
import org.wicedsim.wiced.Binding;
import org.wicedsim.wiced.Firmware;
import org.wicedsim.wiced.FirmwareRun;
import org.wicedsim.wiced.LanAccess;
import org.wicedsim.wiced.LanSeat;
import org.wicedsim.wiced.Leak;
import org.wicedsim.wiced.VirtualLan;
import org.wicedsim.wiced.Wiced;
import org.wicedsim.wiced.WicedEvent;

/// The course's board on a LAN of its own, with the memory of a firmware that the test plays:
/// without any C, calls go straight to the classes that answer them.
///
/// Register it with `@RegisterExtension`, in a field that is not static.
final class SdkBench implements AfterEachCallback {
  /// The address that the LAN gives the board.
  static final Ipv4Address BOARD = Ipv4Address.of(198, 51, 100, 14);

  private final LanSeat seat = LanSeat.takeFreeLan();
  private final Arena memory = Arena.ofShared();
  private final List<Event> events = new CopyOnWriteArrayList<>();
  private final List<NativeCall> nativeCalls = new CopyOnWriteArrayList<>();
  private final VirtualBoard board;
  private final FirmwareRun run;
  private final Session session;

  /// A function of the firmware that was called.
  record NativeCall(long function, long first) {}

  SdkBench(Clock clock) {
    board = new VirtualBoard(course(), new Resources(List.of(), Map.of()), clock);
    var _ = board.events().subscribe(stamped -> events.add(stamped.event()));
    CompletableFuture<Wiced> sdk = new CompletableFuture<>();
    Firmware firmware = sdk::complete;
    run = FirmwareRun.start(board, new LanAccess(seat.lan(), BOARD, Map.of()), firmware);
    Wiced wiced = sdk.join();
    session = new Session(wiced, Binding.of(wiced), new PlayedCode());
  }

  static BoardDescription course() {
    try {
      return BoardFile.shipped(BoardFile.DEFAULT);
    } catch (BoardFileException e) {
      throw new AssertionError(e);
    }
  }

  Session session() {
    return session;
  }

  /// The board's LAN, which no other test has.
  VirtualLan lan() {
    return seat.lan();
  }

  /// What the firmware has taken and not given back, as the functions that took it.
  List<String> leaks() {
    return run.leaks().stream().map(Leak::function).toList();
  }

  VirtualBoard board() {
    return board;
  }

  /// Slots that hold these arguments.
  Slots slots(long... arguments) {
    Slots slots = new Slots(memory.allocate(ValueLayout.JAVA_LONG, Slots.MAX));
    for (int i = 0; i < arguments.length; i++) {
      slots.set(i, arguments[i]);
    }
    return slots;
  }

  /// The address of a string of the firmware.
  long string(String text) {
    return memory.allocateFrom(text).address();
  }

  /// The address of so many octets of the firmware, which are 0xEE.
  long octets(int count) {
    return memory.allocate(count).fill((byte) 0xEE).address();
  }

  /// The address of these octets.
  long octets(byte... octets) {
    return memory.allocateFrom(ValueLayout.JAVA_BYTE, octets).address();
  }

  List<NativeCall> nativeCalls() {
    return nativeCalls;
  }

  /// The diagnostics so far, as `code: message`.
  List<String> diagnostics() {
    return events.stream()
        .filter(HalEvent.Diagnostic.class::isInstance)
        .map(HalEvent.Diagnostic.class::cast)
        .map(diagnostic -> diagnostic.code() + ": " + diagnostic.message())
        .toList();
  }

  /// The calls so far, as `function(arguments) = RESULT`.
  List<String> calls() {
    return events.stream()
        .filter(WicedEvent.SdkCall.class::isInstance)
        .map(WicedEvent.SdkCall.class::cast)
        .map(call -> "%s(%s) = %s".formatted(call.function(), call.arguments(), call.result()))
        .toList();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    run.close();
    seat.close();
    memory.close();
    assertThat(diagnostics()).noneMatch(line -> line.startsWith("thread-hangs"));
  }

  /// The text at an address, up to its NUL.
  static String text(long address) {
    return NativeMemory.string(address);
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private final class PlayedCode implements NativeCode {
    @Override
    public long call(long function, long first, long second) {
      nativeCalls.add(new NativeCall(function, first));
      return 0;
    }

    @Override
    public long callOn(long stack, long function, long first) {
      return call(function, first, 0);
    }
  }
}
