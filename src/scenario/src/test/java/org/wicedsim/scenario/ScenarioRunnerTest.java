package org.wicedsim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wicedsim.hal.Clock;
import org.wicedsim.hal.EventStream;
import org.wicedsim.hal.HalEvent;
import org.wicedsim.hal.Octets;
import org.wicedsim.wiced.WicedEvent;

@Timeout(30)
class ScenarioRunnerTest {
  private final Bench bench = new Bench();
  private final List<HalEvent> touches = new ArrayList<>();

  ScenarioRunnerTest() {
    bench
        .board
        .events()
        .subscribe(stamped -> {
          switch (stamped.event()) {
            case HalEvent.ButtonContact contact -> touches.add(contact);
            case HalEvent.UartTyped typed -> touches.add(typed);
            default -> {}
          }
        });
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void aScriptWithoutStepsPasses() {
    assertThat(bench.run("")).isEqualTo(new Outcome.Passed());
  }

  @Test
  void buttonsArePressedAndReleasedInOrder() {
    bench.run("press 1\npress 2\nrelease 1");

    assertThat(touches)
        .containsExactly(
            new HalEvent.ButtonContact(1, true),
            new HalEvent.ButtonContact(2, true),
            new HalEvent.ButtonContact(1, false));
  }

  @Test
  void aTapEndsWhenItsTimeIsOver() {
    bench.run("tap 1 70ms");
    bench.pass(69);
    assertThat(touches).containsExactly(new HalEvent.ButtonContact(1, true));
    bench.pass(1);
    assertThat(touches).last().isEqualTo(new HalEvent.ButtonContact(1, false));
  }

  @Test
  void theScriptGoesOnDuringATap() {
    bench.run("tap 1\ntap 2");

    assertThat(touches)
        .containsExactly(new HalEvent.ButtonContact(1, true), new HalEvent.ButtonContact(2, true));
  }

  // The debounce would swallow a release that is shorter than itself, and make one press of two.
  @Test
  void twoTapsInARowAreTwoPressesBehindTheDebounce() {
    List<HalEvent.PinEdge> edges = new ArrayList<>();
    bench
        .board
        .events()
        .subscribe(stamped -> {
          if (stamped.event() instanceof HalEvent.PinEdge edge) {
            edges.add(edge);
          }
        });

    Bench.Running script = bench.start("tap 1\ntap 1");
    for (int ms = 0; ms < 200; ms++) {
      bench.pass(1);
      script.untilItWaits();
    }

    assertThat(edges).hasSize(4);
  }

  // The end of the tap would let go of the button that the script holds.
  @Test
  void aPressAfterATapHolds() {
    Bench.Running script = bench.start("tap 1\npress 1");
    bench.pass(100);
    script.outcome();
    bench.pass(1000);

    assertThat(touches).last().isEqualTo(new HalEvent.ButtonContact(1, true));
  }

  @Test
  void textIsTypedAsItStands() {
    bench.run("type \"led on\\r\"");

    assertThat(touches).containsExactly(new HalEvent.UartTyped(Octets.of("led on\r")));
  }

  @Test
  void aWaitLastsUntilItsTimeIsOver() {
    Bench.Running script = bench.start("wait 200ms\npress 1");
    bench.pass(199);
    script.untilItWaits();
    assertThat(touches).isEmpty();
    bench.pass(1);

    assertThat(script.outcome()).isEqualTo(new Outcome.Passed());
  }

  @Test
  void whatFollowsQuitIsNotRun() {
    Outcome outcome = bench.run("\nquit\npress 1");

    assertThat(outcome).isEqualTo(new Outcome.Quit(new PlacedStep(2, 1, new Step.Quit())));
    assertThat(touches).isEmpty();
  }

  @Test
  void whatFollowsAFailureIsNotRun() {
    bench.run("expect led 1 on within 0ms\npress 1");

    assertThat(touches).isEmpty();
  }

  // The first step, before anything has happened on the board.
  @Test
  void anLedIsLookedAtAsItIs() {
    assertThat(bench.run("expect led 1 off within 0ms")).isEqualTo(new Outcome.Passed());
  }

  @Test
  void anLedThatWasLitBeforeTheRunnerWasMadeIsSeen() {
    bench.light(2, true);
    ScenarioRunner late =
        new ScenarioRunner(bench.board.levers(), bench.board.events(), bench.clock);

    Outcome outcome = late.run(Scripts.script("expect led 2 on within 0ms"));

    assertThat(outcome).isEqualTo(new Outcome.Passed());
  }

  @Test
  void anLedIsWaitedFor() {
    Bench.Running script = bench.start("expect led 1 on within 2s");
    bench.pass(1999);
    bench.light(1, true);

    assertThat(script.outcome()).isEqualTo(new Outcome.Passed());
  }

  @Test
  void anLedThatIsLateIsNotWaitedFor() {
    Bench.Running script = bench.start("expect led 1 on within 2s");
    bench.pass(2000);
    bench.light(1, true);

    assertThat(script.outcome()).isInstanceOf(Outcome.Failed.class);
  }

  @Test
  void anotherLedIsNotMistakenForIt() {
    Bench.Running script = bench.start("expect led 1 on within 2s");
    bench.light(2, true);
    bench.pass(2000);

    assertThat(script.outcome()).isInstanceOf(Outcome.Failed.class);
  }

  // Nobody may be fast enough to miss it: the script's thread never saw this LED shine.
  @Test
  void anLedThatBlinksWhileTheScriptWaitsIsSeen() {
    Bench.Running script = bench.start("expect led 1 on within 2s");
    bench.light(1, true);
    bench.light(1, false);

    assertThat(script.outcome()).isEqualTo(new Outcome.Passed());
  }

  @Test
  void anLedThatBlinkedBeforeTheExpectationIsNotOn() {
    bench.light(1, true);
    bench.light(1, false);

    assertThat(bench.run("expect led 1 on within 0ms")).isInstanceOf(Outcome.Failed.class);
  }

  @Test
  void whatWasSentBeforeTheExpectationCounts() {
    bench.send("W01D6050001");

    assertThat(bench.run("expect sent W*050001")).isEqualTo(new Outcome.Passed());
  }

  @Test
  void whatIsSentInTimeCounts() {
    Bench.Running script = bench.start("expect sent W*050001 within 2s");
    bench.pass(1999);
    bench.send("W01D6050001");

    assertThat(script.outcome()).isEqualTo(new Outcome.Passed());
  }

  // Time has passed, and the script's thread did not wake up yet: as on a busy machine.
  @Test
  void whatIsSentTooLateDoesNotCountHoweverLateTheScriptLooks() {
    SluggishClock clock = new SluggishClock();
    EventStream events = new EventStream(clock);
    ScenarioRunner runner = new ScenarioRunner(bench.board.levers(), events, clock);
    Bench.Running script = Bench.start(runner, "expect sent W*050001 within 2s");

    clock.nanos = Duration.ofSeconds(3).toNanos();
    events.publish(new WicedEvent.SegmentSent(1, false, Octets.of("W01D6050001")));
    clock.wakeEverybody();

    assertThat(script.outcome()).isInstanceOf(Outcome.Failed.class);
  }

  @Test
  void aMessageIsTakenOnce() {
    bench.send("W01D6050001");

    Outcome outcome = bench.run("expect sent W*\nexpect sent W* within 0ms");

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Failed.class, failed -> assertThat(failed.at().line()).isEqualTo(2));
  }

  @Test
  void anExpectationTakesWhatCameBeforeItsMessageToo() {
    bench.send("W01D6050001");
    bench.send("W01D6050000");

    Outcome outcome = bench.run("expect sent W*0000\nexpect sent W*0001 within 0ms");

    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
  }

  @Test
  void eachKindLooksAtItsOwn() {
    bench.send("W01D6050001");
    bench.receive("A01D6050001");
    bench.print("answered\n");

    Outcome outcome =
        bench.run("expect console answered\nexpect answer A*050001\nexpect sent W*050001");

    assertThat(outcome).isEqualTo(new Outcome.Passed());
  }

  @Test
  void anAnswerIsNotSent() {
    bench.send("W01D6050001");
    bench.receive("A01D6050001");

    assertThat(bench.run("expect sent A* within 0ms")).isInstanceOf(Outcome.Failed.class);
  }

  @Test
  void whatAServerAnswersIsSentAndIsAnAnswer() {
    bench.receive("R01D605");
    bench.send("X");

    assertThat(bench.run("expect answer X\nexpect sent X")).isEqualTo(new Outcome.Passed());
  }

  @Test
  void messagesFitAsAWhole() {
    bench.send("W01D6050001");

    assertThat(bench.run("expect sent 050001 within 0ms")).isInstanceOf(Outcome.Failed.class);
  }

  @Test
  void manyFastMessagesAreAllSeen() {
    StringBuilder script = new StringBuilder();
    for (int i = 0; i < 1000; i++) {
      bench.send("W01D605%04X".formatted(i));
      script.append("expect sent W01D605%04X within 0ms\n".formatted(i));
    }

    assertThat(bench.run(script.toString())).isEqualTo(new Outcome.Passed());
  }

  @Test
  void theConsoleFitsInPart() {
    bench.print("the LED is on now\r\n");

    assertThat(bench.run("expect console \"LED * on\"")).isEqualTo(new Outcome.Passed());
  }

  @Test
  void twoLinesOfOnePrintAreTwoLines() {
    bench.print("first\r\nsecond\r\n");

    assertThat(bench.run("expect console first\nexpect console second"))
        .isEqualTo(new Outcome.Passed());
  }

  @Test
  void twoTextsOfOneLineAreTakenOneAfterTheOther() {
    bench.print("led on, led on\n");

    Outcome outcome =
        bench.run("expect console led\nexpect console led\nexpect console led within 0ms");

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Failed.class, failed -> assertThat(failed.at().line()).isEqualTo(3));
  }

  @Test
  void aTextDoesNotReachOverALineEnd() {
    bench.print("led\non\n");

    assertThat(bench.run("expect console led*on within 0ms")).isInstanceOf(Outcome.Failed.class);
  }

  @Test
  void aPromptWithoutALineEndIsSeen() {
    bench.print("Name: ");

    assertThat(bench.run("expect console \"Name: \"")).isEqualTo(new Outcome.Passed());
  }

  @Test
  void textThatIsPrintedInPiecesIsSeen() {
    Bench.Running script = bench.start("expect console \"gedr\u00FCckt\"");
    for (byte octet : "gedr\u00FCckt".getBytes(StandardCharsets.UTF_8)) {
      bench.print(Octets.of(new byte[] {octet}));
    }

    assertThat(script.outcome()).isEqualTo(new Outcome.Passed());
  }

  @Test
  void aLineThatGoesOnIsTakenFurther() {
    bench.print("Name: ");
    bench.run("expect console \"Name: \"");
    bench.print("Ada\n");

    assertThat(bench.run("expect console Ada")).isEqualTo(new Outcome.Passed());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", ""})
  void nothingIsNoText(String printed) {
    bench.print(printed);

    assertThat(bench.run("expect console * within 0ms")).isInstanceOf(Outcome.Failed.class);
  }

  @Test
  void octetsThatAreNoTextDoNoHarm() {
    bench.print(Octets.of(new byte[] {(byte) 0xFF, (byte) 0xC3, 'o', 'k'}));

    assertThat(bench.run("expect console ok")).isEqualTo(new Outcome.Passed());
  }

  @Test
  void aLineThatNeverEndsIsCut() {
    bench.print("x".repeat(ConsoleTrack.MAX_LINE_CHARS));
    bench.print("ok");

    assertThat(bench.run("expect console x*ok within 0ms")).isInstanceOf(Outcome.Failed.class);
  }

  @Test
  void theRestOfALineThatWasCutIsSearched() {
    bench.print("x".repeat(ConsoleTrack.MAX_LINE_CHARS));
    bench.print("ok");

    assertThat(bench.run("expect console xx\nexpect console ok")).isEqualTo(new Outcome.Passed());
  }

  @Test
  void interruptingTheThreadEndsTheScript() {
    Bench.Running script = bench.start("press 1\nwait 10s");
    script.thread().interrupt();

    assertThat(script.outcome())
        .isInstanceOfSatisfying(
            Outcome.Interrupted.class, end -> assertThat(end.at().line()).isEqualTo(2));
  }

  @Test
  void aScriptThatNeverWaitsIsInterruptedToo() {
    Thread.currentThread().interrupt();

    Outcome outcome = bench.runner.run(Scripts.script("press 1"));

    assertThat(outcome).isInstanceOf(Outcome.Interrupted.class);
    assertThat(touches).isEmpty();
  }

  @Test
  void noTimerIsLeftBehind() {
    bench.send("W01D6050001");
    bench.run("expect sent W*");

    assertThat(bench.clock.pending()).isZero();
  }

  @Test
  void aClosedRunnerNoLongerListens() {
    bench.runner.close();
    bench.send("W01D6050001");

    assertThat(bench.run("expect sent W* within 0ms")).isInstanceOf(Outcome.Failed.class);
  }

  /// A clock that runs its tasks when it is told to, whatever the time is.
  private static final class SluggishClock implements Clock {
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private volatile long nanos;

    @Override
    public long nanos() {
      return nanos;
    }

    @Override
    public Timer schedule(Duration delay, Runnable task) {
      tasks.add(task);
      return () -> tasks.remove(task);
    }

    void wakeEverybody() {
      tasks.forEach(Runnable::run);
    }
  }
}
