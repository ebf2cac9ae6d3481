package org.wicedsim.wicedc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wicedsim.wiced.Leak;
import org.wicedsim.wiced.WicedEvent;

/// Programs that are bad and do not crash: what the simulator says of them, and that their board
/// goes on and can be switched off.
class ZooIT {
  @RegisterExtension private final CLan lan = new CLan();

  @Test
  void interruptsAndTimersGoOnBesideThreadsThatSpin() throws Exception {
    CBoard board = lan.start("zoo/busy_loop");
    board.awaitConsole("tick 3\n");
    assertThat(board.printed()).startsWith("tick 1", "tick 2", "tick 3");

    board.tap(1);
    board.awaitConsole("flag seen\n");
    int ticks = ticks(board);
    board.await("a further tick", () -> ticks(board) > ticks);

    assertThat(board.lights(1)).startsWith(true, false, true);
    assertThat(board.switchOff()).isEqualTo(new BoardEnd.SwitchedOff());
    assertThat(board.diagnostics()).containsExactly("thread-hangs");
  }

  @Test
  void aLoopThatDoesNothingEndsWithItsBoard() throws Exception {
    CBoard board = lan.start("zoo/empty_loop");
    board.awaitConsole("before\n");

    assertThat(board.switchOff()).isEqualTo(new BoardEnd.SwitchedOff());

    assertThat(board.diagnosed("thread-hangs"))
        .containsExactly("a thread of the firmware does not end: it never calls the SDK");
    assertThat(board.printed()).containsExactly("before");
  }

  @Test
  void threadsAndInterruptsGoOnBesideAStartThatNeverEnds() throws Exception {
    CBoard board = lan.start("zoo/never_ending_start");
    board.awaitConsole("alive\nalive\n");

    board.tap(1);
    board.awaitLed(1, true);
    board.tap(1);
    board.awaitLed(1, false);
    board.await("both presses", () -> printed(board, "press") == 2);
    long alive = printed(board, "alive");
    board.await("a further round", () -> printed(board, "alive") > alive);

    assertThat(board.switchOff()).isEqualTo(new BoardEnd.SwitchedOff());
    assertThat(board.diagnostics()).isEmpty();
  }

  @Test
  void waitingInAnInterruptIsToldOfOnce() throws Exception {
    CBoard board = lan.start("zoo/blocking_interrupt");
    board.awaitCall("wiced_gpio_input_irq_enable");

    board.tap(1);
    board.awaitLines(1);
    board.tap(1);

    assertThat(board.awaitLines(2)).containsExactly("waited", "waited");
    assertThat(board.diagnosed("blocking-in-interrupt"))
        .containsExactly(
            site("blocking_interrupt", "must not wait")
                + ": this call waits among the board's interrupts, where nothing may wait: set a"
                + " semaphore, and wait in a thread");
  }

  @Test
  void everythingThatIsNotGivenBackIsNamedWithItsLine() throws Exception {
    CBoard board = lan.start("zoo/leaks");
    board.awaitConsole("done\n");

    List<Leak> leaks = board.leaks();
    board.switchOff();

    assertThat(leaks)
        .containsExactlyInAnyOrder(
            leak("socket", "wiced_tcp_create_socket", "wiced_tcp_delete_socket"),
            leak("stream", "wiced_tcp_stream_init", "wiced_tcp_stream_deinit"),
            leak("packet", "wiced_packet_create_tcp", "wiced_packet_delete"),
            leak("TLS identity", "wiced_tls_init_identity", "wiced_tls_deinit_identity"),
            leak("TLS context", "wiced_tls_init_context", "wiced_tls_deinit_context"),
            leak("DCT lock", "wiced_dct_read_lock", "wiced_dct_read_unlock"));
    assertThat(leaks)
        .allSatisfy(
            leak -> assertThat(board.diagnosed(leak.code())).containsExactly(leak.toString()));
  }

  @Test
  void packetsThatAreNotGivenBackAreUsedUp() throws Exception {
    CBoard board = lan.start("zoo/packets_used_up");

    assertThat(board.awaitLines(3))
        .containsExactly("1: 0", "2: 0", "3: 2, no packet, no data, room for 0");
    board.awaitCall("wiced_tcp_delete_socket");
    assertThat(board.diagnosed("no-transmit-packet"))
        .containsExactly("all 2 transmit packets are in use: delete packets and flush streams");
    assertThat(board.leaks())
        .containsExactly(
            new Leak(
                "leaked-packet",
                "packet",
                2,
                "wiced_packet_create_tcp",
                site("packets_used_up", "wiced_packet_create_tcp"),
                "wiced_packet_delete"));
  }

  @Test
  void everythingFailsWithoutANetwork() throws Exception {
    CBoard board = lan.start("zoo/no_network");

    assertThat(board.awaitLines(4))
        .containsExactly("lookup 9, address 0", "bind 9", "connect 9", "ping 9");
    board.awaitCall("wiced_tcp_delete_socket");
    assertThat(board.switchOff()).isEqualTo(new BoardEnd.SwitchedOff());
    assertThat(board.sent()).isEmpty();
  }

  @Test
  void smallStacksAreEnoughAndTheLineOfTheThreadIsTold() throws Exception {
    CBoard board = lan.start("zoo/tiny_stacks");

    assertThat(board.awaitLines(3))
        .containsExactly("128: 3.142", "512: 3.142", "1024: connect 7014");
    assertThat(board.diagnosed("small-stack"))
        .containsExactly(
            "thread 'tiny', created at %s, has a stack of 1024 octets; with networking it needs 6200"
                .formatted(site("tiny_stacks", "wiced_rtos_create_thread")));
  }

  @Test
  void theDctRefusesWhatMustNotBeDone() throws Exception {
    CBoard board = lan.start("zoo/dct_misuse");

    assertThat(board.awaitLines(4))
        .containsExactly(
            "behind the end: 4",
            "not simulated: 4",
            "not for applications: 4",
            "unlocked twice: 0");
    assertThat(board.diagnosed("dct"))
        .hasSize(5)
        .satisfiesExactly(
            first -> assertThat(first).startsWith("wiced_dct_write: section APP has "),
            second -> assertThat(second).startsWith("wiced_dct_read_lock: the simulated board"),
            third -> assertThat(third).startsWith("wiced_dct_write: section INTERNAL is not for"),
            fourth -> assertThat(fourth).contains("locked with writable true, and unlocked"),
            fifth -> assertThat(fifth).startsWith("wiced_dct_read_unlock: nothing is locked at"));
  }

  @Test
  void objectsThatWereNeverInitialisedHarmNobody() throws Exception {
    CBoard board = lan.start("zoo/uninitialised");

    assertThat(board.awaitLines(1)).containsExactly("alive");
    assertThat(board.diagnosed("not-initialised")).isNotEmpty();
    assertThat(board.leaks()).isEmpty();
    assertThat(board.sent()).isEmpty();
    assertThat(board.switchOff()).isEqualTo(new BoardEnd.SwitchedOff());
  }

  @Test
  void resultsThatAreIgnoredAreFailuresAllTheSame() throws Exception {
    CBoard board = lan.start("zoo/ignored_results");

    assertThat(board.awaitLines(1)).containsExactly("sent W00010512AB, got '', read 7014");
    board.awaitCall("wiced_tcp_delete_socket");
    assertThat(board.diagnosed("connect-refused"))
        .containsExactly(
            "nothing listens at 198.51.100.3:9: check that the class server runs there");
    assertThat(board.all(WicedEvent.SegmentSent.class)).isEmpty();
    assertThat(board.leaks()).isEmpty();
  }

  private static Leak leak(String what, String function, String givenBackBy) {
    String code = "leaked-" + what.toLowerCase(Locale.ROOT).replace(' ', '-');
    return new Leak(code, what, 1, function, site("leaks", function + "("), givenBackBy);
  }

  private static int ticks(CBoard board) {
    return Math.toIntExact(
        board.printed().stream().filter(line -> line.startsWith("tick ")).count());
  }

  private static long printed(CBoard board, String line) {
    return board.printed().stream().filter(line::equals).count();
  }

  private static String site(String program, String text) {
    return TestFirmware.site("zoo/" + program, text);
  }
}
