package org.wicedsim.wicedc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.wicedsim.hal.HalEvent;
import org.wicedsim.wiced.WicedEvent;

/// Programs that crash: each is told of with its cause, its line and the calls that led there.
class ZooCrashIT {
  @RegisterExtension private final CLan lan = new CLan();

  static Stream<Arguments> crashes() {
    return Stream.of(
        arguments(
            "null_pointer",
            "in store (%s): address 0x4 written",
            List.of("store", "crashes here", "worker_thread", "store( (int) arg )")),
        arguments(
            "strlen_null",
            "called by length_of (%s): address 0x0 read",
            List.of("length_of", "crashes here", "application_start", "length_of( ) )")),
        arguments(
            "division_by_zero",
            "in average (%s): division by zero",
            List.of("average", "crashes here", "application_start", "average( 100")),
        // Where copy would have returned to is what it has overwritten.
        arguments(
            "stack_smash",
            "in copy (%s): an array on the stack was overrun",
            List.of("copy", "crashes here")),
        arguments(
            "double_free",
            "in release (%s): the heap is corrupt: something was freed twice, or written beyond"
                + " its end",
            List.of("release", "crashes here", "application_start", "/* again */")),
        arguments(
            "aborted",
            "in abort, called by give_up (%s): aborted",
            List.of("give_up", "crashes here", "application_start", "give_up( );")),
        arguments(
            "bad_argument",
            "in wiced_dct_write, called by application_start (%s): address 0x8 read",
            List.of("application_start", "crashes here")));
  }

  /// @param calls the functions, the innermost first, each with a text on the line that it is at
  @ParameterizedTest(name = "{0}")
  @MethodSource("crashes")
  void aCrashIsToldBehindWhatWasPrinted(String program, String cause, List<String> calls)
      throws Exception {
    CBoard board = lan.start("zoo/" + program);

    WicedEvent.FirmwareCrashed crash = board.crash();

    // The C library does not say the names of all its functions.
    assertThat(crash.cause()).endsWith(cause.formatted(site(program, calls.get(1))));
    assertThat(crash.stack()).containsExactlyElementsOf(stack(program, calls));
    assertThat(board.printed()).containsExactly("before");
    // Before it there may be the last words of the C library.
    assertThat(board.diagnostics()).endsWith("board-off").doesNotContain("thread-hangs");
  }

  @Test
  void aCrashNamesTheThreadThatItHappenedIn() throws Exception {
    CBoard board = lan.start("zoo/null_pointer");

    assertThat(board.crash().thread()).isEqualTo("worker");
  }

  @Test
  void aCrashInAnInterruptNamesItsHandler() throws Exception {
    CBoard board = lan.start("zoo/crash_in_interrupt");
    board.awaitConsole("ready\n");

    board.levers().press(1);

    WicedEvent.FirmwareCrashed crash = board.crash();
    String site = site("crash_in_interrupt", "crashes here");
    assertThat(crash.thread()).isEqualTo("interrupts");
    assertThat(crash.cause()).isEqualTo("in button_pressed (%s): address 0x10 read", site);
    assertThat(crash.stack()).containsExactly("button_pressed (%s)".formatted(site));
  }

  // How deep it came is the compiler's business, and so is at which instruction it was caught.
  @Test
  void aStackThatIsExhaustedIsNoBadAddress() throws Exception {
    CBoard board = lan.start("zoo/stack_exhaustion");

    WicedEvent.FirmwareCrashed crash = board.crash();

    assertThat(crash.cause())
        .matches(
            "in deeper \\(stack_exhaustion.c:\\d+\\): the stack of thread 'application_start' is"
                + " exhausted: does a function call itself\\?");
    assertThat(crash.stack()).hasSizeGreaterThan(2).allMatch(call -> call.startsWith("deeper ("));
    assertThat(board.printed()).containsExactly("before");
  }

  @Test
  void theAddressSanitizerFindsWhatIsWrittenBehindAnAllocation() throws Exception {
    CBoard board = lan.start(CProgram.of("zoo/heap_overflow").withSanitizers());

    WicedEvent.FirmwareCrashed crash = board.crash();

    String site = site("heap_overflow", "one too many");
    assertThat(crash.cause())
        .isEqualTo("in fill (%s): heap-buffer-overflow, 1 octet written", site);
    assertThat(crash.stack())
        .containsExactly(
            "fill (%s)".formatted(site),
            "application_start (%s)".formatted(site("heap_overflow", "fill( memory, 20 )")));
    assertThat(board.diagnosed("address-sanitizer")).containsExactly(crash.cause());
    assertThat(board.console()).doesNotContain("behind");
  }

  @Test
  void withoutTheSanitizerTheSameProgramGoesOn() throws Exception {
    CBoard board = lan.start("zoo/heap_overflow");

    board.awaitConsole("behind\n");

    assertThat(board.all(HalEvent.Diagnostic.class)).isEmpty();
  }

  @Test
  void undefinedBehaviourIsToldOfAndTheProgramGoesOn() throws Exception {
    CBoard board = lan.start(CProgram.of("zoo/undefined_behaviour").withSanitizers());

    board.awaitConsole("behind\n");
    board.await("both findings", () -> board.diagnosed("undefined-behaviour").size() == 2);
    assertThat(board.diagnosed("undefined-behaviour"))
        .containsExactly(
            site("undefined_behaviour", "overflows */")
                + ": signed integer overflow: 2147483647 + 1 cannot be represented in type 'int'",
            site("undefined_behaviour", "shifts too far */")
                + ": shift exponent 40 is too large for 32-bit type 'int'");
    assertThat(board.switchOff()).isEqualTo(new BoardEnd.SwitchedOff());
  }

  private static List<String> stack(String program, List<String> calls) {
    return Stream.iterate(0, i -> i < calls.size(), i -> i + 2)
        .map(i -> "%s (%s)".formatted(calls.get(i), site(program, calls.get(i + 1))))
        .toList();
  }

  private static String site(String program, String text) {
    return TestFirmware.site("zoo/" + program, text);
  }
}
