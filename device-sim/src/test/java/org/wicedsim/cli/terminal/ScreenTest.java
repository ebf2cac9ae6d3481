package org.wicedsim.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wicedsim.scenario.Dialogue.Direction.RECEIVED;
import static org.wicedsim.scenario.Dialogue.Direction.SENT;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wicedsim.hal.HalEvent;
import org.wicedsim.hal.Octets;
import org.wicedsim.wiced.WicedEvent;

class ScreenTest {
  @Test
  void aBusyBoardFillsTheUsualTerminal() {
    assertThat(States.screen(States.busy()))
        .isEqualTo(
            """
             wiced-sim  class server: embedded, plain 27708, TLS 40508
            ┌─ WW101_2_CYW943907AEVAL1F ────────────────────┐
            │                                               │  MAC        00:A0:50:0F:AC:2B
            │  ● LED 1  on           ○ LED 2  off           │  device id  01D6
            │  [ 1 ]    down         [ 2 ]    up            │  address    198.51.100.14
            │                                               │  LAN        51, network up
            └───────────────────────────────────────────────┘
             firmware  Ready  LED on                             after Connecting > Waiting
            ─ Console ──────────────────────────────────────────────────────────────────────
             Starting WICED v6.0.1
             Creating Packet pools
             LED on, answered A01D6050001



            ─ Exchanges ────────────────────────────────────────────────────────────────────
             0:01.204  plain  W01D6050001 -> A01D6050001  3 ms


            ─ Diagnostics ──────────────────────────────────────────────────────────────────
             0:01.210  tls-no-root: without a root CA nothing is verified: load one first


             1 2 tap   ! @ hold   t type   c clear   PgUp PgDn scroll   ? help   q quit
            """);
  }

  @Test
  void anUntouchedBoardSaysSo() {
    assertThat(States.screen(States.initial()))
        .contains(
            "○ LED 1  off          ○ LED 2  off",
            "[ 1 ]    up           [ 2 ]    up",
            "LAN        51, network down",
            " firmware  has shown no state yet",
            " nothing printed yet",
            " nothing sent yet: press a button",
            " nothing to report");
  }

  @Test
  void theSmallestTerminalShowsEverythingToo() {
    assertThat(States.screen(States.sized(States.busy(), 60, 16)))
        .isEqualTo(
            """
             wiced-sim  class server: embedded, plain 27708, TLS 40508
             WW101_2_CYW943907AEVAL1F                LAN 51, network up
             MAC 00:A0:50:0F:AC:2B  id 01D6  address 198.51.100.14
             ● LED 1  on   ○ LED 2  off
             [ 1 ]    down [ 2 ]    up
             firmware  Ready  LED on         after Connecting > Waiting
            ─ Console ──────────────────────────────────────────────────
             Starting WICED v6.0.1
             Creating Packet pools
             LED on, answered A01D6050001
            ─ Exchanges ────────────────────────────────────────────────
             0:01.204  plain  W01D6050001 -> A01D6050001  3 ms
            ─ Diagnostics ──────────────────────────────────────────────
             0:01.210  tls-no-root: without a root CA nothing is
                       verified: load one first
             1 2 tap  ! @ hold  t type  c clear  ? help  q quit
            """);
  }

  @Test
  void aWideTerminalPutsTheConsoleBesideTheRest() {
    ScreenState wide = States.sized(States.busy(), 120, 22);

    assertThat(States.row(wide, 9))
        .matches("─ Console ─+  ─ Exchanges ─+")
        .satisfies(row -> assertThat(Text.width(row)).isEqualTo(120));
    assertThat(States.row(wide, 10))
        .matches(" Starting WICED v6.0.1 +0:01.204  plain  W01D6050001 -> A01D6050001  3 ms");
  }

  @Test
  void withoutUnicodeTheScreenIsAscii() {
    ScreenState busy = States.with(States.busy(), States.sent("中 é ↔\r\n"));
    ScreenState ascii =
        new ScreenState(busy.board(), States.ASCII, busy.size(), busy.seen(), busy.controls());

    assertThat(States.screen(ascii))
        .matches("\\p{ASCII}+")
        .contains(
            "+- WW101_2_CYW943907AEVAL1F --------------------+",
            "|  * LED 1  on           o LED 2  off           |",
            "- Console ------",
            " ? ? ?\n");
  }

  @Test
  void theHelpNamesEveryKeyBelowTheBoard() {
    ScreenState help = Keys.handle(new Key.Written('?'), States.busy()).state();

    assertThat(States.screen(help))
        .contains("● LED 1  on")
        .endsWith(
            """
            ─ Help ─────────────────────────────────────────────────────────────────────────
             1, 2         tap a button: it is down for 50 ms
             Shift+1, 2   hold a button down; once more, or its digit, lets go
             t            type a line into the UART: Enter sends it, Esc leaves
             PgUp PgDn    scroll the console; Esc goes back to its end
             c            clear the console pane
             ?            open and close this page
             q, Ctrl-C    quit

             LED          on when it shines, whatever level its pin needs for that
             device id    the sum of the MAC's octets: whose registers the board writes
             firmware     its state machine: the present state, and the way to it
             Console      what the firmware prints on its UART, and nothing else
             Exchanges    request -> answer; A is done, X is refused; the time it took
             Diagnostics  the simulator's own voice: what went wrong and what to check
             1 2 tap  ! @ hold  t type  c clear  PgUp PgDn scroll  ? close help  q quit
            """);
  }

  @Test
  void whereKeysTellTheirReleaseTheScreenSaysPress() {
    ScreenState state = States.initial();
    ScreenState telling = state.withControls(state.controls().withKeysRelease());

    assertThat(States.row(telling, 24)).startsWith(" 1 2 press ");
  }

  @Test
  void aHeldButtonSaysSo() {
    ScreenState pressed = States.with(States.initial(), new HalEvent.ButtonContact(1, true));
    ScreenState held = pressed.withControls(pressed.controls().withHeld(Set.of(1)));

    assertThat(States.row(pressed, 5)).contains("[ 1 ]    down");
    assertThat(States.row(held, 5)).contains("[ 1 ]    held");
  }

  @Test
  void aHeldButtonThatSomethingElseLetGoIsUp() {
    ScreenState state = States.initial();

    ScreenState held = state.withControls(state.controls().withHeld(Set.of(1)));

    assertThat(States.row(held, 5)).contains("[ 1 ]    up");
  }

  @Test
  void theWayToAStateBeginsWhereTheFirmwareWasInItBefore() {
    ScreenState state = States.initial();
    for (String name : List.of("Ready", "Sending", "Ready", "Resolving", "Connecting", "Ready")) {
      state = States.with(state, new WicedEvent.FirmwareState(name, ""));
    }

    assertThat(States.row(state, 8)).endsWith("after Resolving > Connecting");
  }

  @Test
  void aLongDetailOfTheFirmwareIsCutAtTheEdge() {
    ScreenState state =
        States.with(
            States.initial(), new WicedEvent.FirmwareState("Failed", "because ".repeat(20)));

    assertThat(States.row(state, 8)).startsWith(" firmware  Failed  because").endsWith("…");
  }

  @Test
  void theLineBeingTypedKeepsItsEndInSight() {
    ScreenState state = States.sized(States.initial(), 60, 16);
    String typed = "0123456789".repeat(6);

    ScreenState typing = state.withControls(state.controls().withMode(new Controls.Typing(typed)));

    assertThat(States.row(typing, 16)).startsWith(" UART> ").endsWith("456789");
  }

  @Test
  void anOpenLineTellsItsKeys() {
    ScreenState state = States.initial();

    ScreenState typing = state.withControls(state.controls().withMode(new Controls.Typing("on")));

    assertThat(States.row(typing, 24)).matches(" UART> on +Enter sends, Esc leaves");
  }

  @Test
  void everyOutcomeOfAnExchangeHasItsWords() {
    Seen seen = Seen.NOTHING;
    seen = Events.apply(States.message(1, true, SENT, "W01D605", 5), seen);
    seen = Events.apply(States.message(1, true, RECEIVED, "X", 1_255), seen);
    seen = Events.apply(States.message(2, false, SENT, "W01D6050001", 2_000), seen);
    seen = seen.withExchanges(Exchange.afterClose(seen.exchanges(), 2));
    seen = Events.apply(States.message(3, false, RECEIVED, "R01D605", 3_000), seen);

    ScreenState state = States.initial().withSeen(seen);

    assertThat(States.screen(state))
        .contains(
            " 0:00.005  TLS    W01D605 -> X  1.25 s, refused\n",
            " 0:02.000  plain  W01D6050001 -> no answer\n",
            " 0:03.000  plain  peer: R01D605 -> waiting\n");
  }

  @Test
  void aLongRequestLeavesRoomForItsAnswer() {
    Seen seen = Seen.NOTHING;
    seen = Events.apply(States.message(1, false, SENT, "W".repeat(500), 0), seen);
    seen = Events.apply(States.message(1, false, RECEIVED, "X", 1), seen);

    assertThat(States.row(States.initial().withSeen(seen), 17))
        .matches(" 0:00.000  plain  W+… -> X  1 ms, refused");
  }

  @Test
  void theNewestNoteIsShownWhateverItsLength() {
    ScreenState state =
        States.with(States.busy(), new HalEvent.Diagnostic("long", "word ".repeat(100)));

    assertThat(States.row(state, 21)).startsWith(" 0:00.000  long: word");
    assertThat(States.screen(state)).doesNotContain("tls-no-root");
  }

  @Test
  void skippedEventsAreCountedForTheUser() {
    ScreenState state = States.busy();

    assertThat(States.screen(state.withSeen(state.seen().withSkipped(12_345))))
        .contains("─ 12,345 events came too fast to be shown ─\n");
  }

  @Test
  void aWideCharacterAtTheEdgeGoesToTheNextRow() {
    ScreenState state = States.with(States.initial(), States.sent("x".repeat(77) + "中" + "y\r\n"));

    assertThat(States.row(state, 10)).isEqualTo(" " + "x".repeat(77));
    assertThat(States.row(state, 11)).isEqualTo(" 中y");
  }

  @ParameterizedTest
  @CsvSource({"59, 24", "80, 15", "20, 5", "1, 1", "0, 0"})
  void aTooSmallTerminalIsToldSo(int columns, int rows) {
    ScreenState small = States.sized(States.busy(), columns, rows);

    List<Line> lines = Screen.render(small);

    assertThat(lines).hasSize(Math.min(rows, 3));
    assertThat(lines)
        .allSatisfy(line -> assertThat(Text.width(line.text())).isLessThanOrEqualTo(columns));
  }

  @Test
  void aTooSmallTerminalIsToldWhatIsNeeded() {
    assertThat(States.screen(States.sized(States.busy(), 59, 15)))
        .isEqualTo(
            """
            wiced-sim needs 60 columns and 16 rows
            this terminal has 59 and 15
            make it larger, or press q to quit
            """);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 5, 9, 49})
  void aBoardWithManyPartsStaysInItsFrame(int count) {
    ScreenState state = States.initial(count, count);

    assertFits(state);
    assertFits(States.sized(state, 60, 16));
    assertThat(States.screen(state)).contains("LED 2", "[ 2 ]", "Console", "q quit");
  }

  @Test
  void whatFindsNoPlaceOnTheBoardIsCounted() {
    assertThat(States.screen(States.initial(2, 12))).contains("LED 8  off   and 4 more");
  }

  @Test
  void everyTextFromOutsideIsMadeHarmless() {
    String evil = "\033]0;owned\007\u009B2J\u202E\r\n\t中";
    ScreenState.Board board =
        new ScreenState.Board(evil, evil, evil, evil, 51, List.of(evil), 2, 2);
    Seen seen = Seen.NOTHING;
    seen = States.after(seen, 0, new WicedEvent.FirmwareState(evil, evil));
    seen = States.after(seen, 0, new WicedEvent.FirmwareState("Ready", evil));
    seen = States.after(seen, 0, new HalEvent.Diagnostic(evil, evil));
    seen = States.after(seen, 0, States.sent(evil));
    seen = Events.applyPrinted(evil, seen);
    seen = Events.apply(States.message(1, false, SENT, evil, 0), seen);
    ScreenState state = ScreenState.initial(board, States.UNICODE, States.USUAL).withSeen(seen);

    assertFits(state);
    assertFits(state.withControls(state.controls().withMode(new Controls.Typing(evil))));
    assertFits(state.withControls(state.controls().withNotice(evil)));
    assertFits(States.sized(state, 60, 16));
  }

  static LongStream seeds() {
    return LongStream.range(0, 50);
  }

  /// Whatever the board prints and whatever the size: no row leaves the terminal, none obeys.
  @ParameterizedTest
  @MethodSource("seeds")
  void anyScreenFitsItsTerminal(long seed) {
    Random random = new Random(seed);
    ScreenState state = States.initial(2 + random.nextInt(8), 2 + random.nextInt(8));
    Seen seen = Seen.NOTHING;
    for (int i = 0; i < 40; i++) {
      seen = States.after(seen, random.nextInt(1_000_000), new HalEvent.UartSent(octets(random)));
      seen = States.after(seen, 0, new HalEvent.Diagnostic("code", octets(random).utf8()));
      seen =
          States.after(
              seen, 0, new WicedEvent.FirmwareState(octets(random).utf8(), octets(random).utf8()));
      seen = Events.apply(States.message(i, false, SENT, octets(random).utf8(), 0), seen);
    }
    Size size = new Size(random.nextInt(300), random.nextInt(100));

    assertFits(state.withSeen(seen).withSize(size));
  }

  private static Octets octets(Random random) {
    byte[] octets = new byte[random.nextInt(200)];
    random.nextBytes(octets);
    String some = "中文😀e\u0301\u202E\033[2J\r\n\tab ";
    return random.nextBoolean() ? Octets.of(octets) : Octets.of(some.repeat(random.nextInt(20)));
  }

  private static void assertFits(ScreenState state) {
    Size size = state.size();
    List<Line> lines = Screen.render(state);
    assertThat(lines)
        .hasSize(Screen.isTooSmall(size) ? Math.min(3, size.rows()) : size.rows())
        .allSatisfy(line -> {
          assertThat(Text.width(line.text())).isLessThanOrEqualTo(size.columns());
          assertThat(Text.safe(line.text())).isEqualTo(line.text());
        });
  }
}
