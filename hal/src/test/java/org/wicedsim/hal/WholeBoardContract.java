package org.wicedsim.hal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wicedsim.hal.HalEvent.LedLight;

/// Who a board is, its resources, its time, and how it ends.
abstract class WholeBoardContract extends ContractPart {
  WholeBoardContract(BoardBench bench) {
    super(bench);
  }

  @Test
  void aBoardIsWhatItsDescriptionSays() {
    BoardDescription description = description().withMac(MacAddress.parse("00:A0:50:01:02:03"));

    Board board = start(description).board();

    assertThat(board.description()).isEqualTo(description);
    assertThat(board.macAddress()).hasToString("00:A0:50:01:02:03");
  }

  /// SPEC 2.4: by path and by symbol.
  @Test
  void resourcesAreFound(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("ca.pem"), BoardTexts.CERTIFICATE);

    Board board = start(description(), new Resources(List.of(folder), Map.of())).board();

    Resource expected = new Resource("ca.pem", Octets.of(BoardTexts.CERTIFICATE));
    assertThat(board.resources().find("ca.pem")).contains(expected);
    assertThat(board.resources().findSymbol("resources_ca_pem")).contains(expected);
    assertThat(board.resources().find("ca.key")).isEmpty();
  }

  @Test
  void theClockMovesOn() {
    BoardBench.Rig rig = start();
    long begin = rig.board().clock().nanos();

    rig.pass(SETTLED);

    assertThat(rig.board().clock().nanos() - begin).isGreaterThanOrEqualTo(SETTLED.toNanos());
  }

  @Test
  void aTaskRunsOnceWhenItIsDue() {
    BoardBench.Rig rig = start();
    AtomicInteger runs = new AtomicInteger();
    rig.board().clock().schedule(SETTLED, runs::incrementAndGet);

    rig.pass(SETTLED.multipliedBy(2));
    rig.pass(SETTLED.multipliedBy(2));

    assertThat(runs).hasValue(1);
  }

  @Test
  void aCancelledTaskDoesNotRun() {
    BoardBench.Rig rig = start();
    AtomicInteger runs = new AtomicInteger();
    Clock.Timer timer = rig.board().clock().schedule(Duration.ofMinutes(1), runs::incrementAndGet);
    rig.board().clock().schedule(Duration.ZERO, timer::cancel);

    rig.pass(SETTLED);

    assertThat(runs).hasValue(0);
  }

  @Test
  void pinsAreGivenBackWhenTheBoardIsSwitchedOff() {
    Board board = start().board();
    List<DigitalPin> all =
        List.of(board.pin(pins.button1()), board.pin(pins.led1()), board.pin(pins.free()));
    board.pin(pins.free()).configure(PinMode.OUTPUT_PUSH_PULL);

    board.close();

    assertThat(all).allSatisfy(pin -> assertThat(pin.mode()).isEmpty());
  }

  @Test
  void ledsGoDarkWhenTheBoardIsSwitchedOff() {
    BoardBench.Rig rig = start(description(Level.LOW, Level.LOW));
    Recorder recorder = Recorder.of(rig.board());

    rig.board().close();

    assertThat(rig.levers().isLit(1)).isFalse();
    assertThat(rig.levers().isLit(2)).isFalse();
    assertThat(recorder.events(LedLight.class))
        .containsExactlyInAnyOrder(new LedLight(1, false), new LedLight(2, false));
  }

  /// Everything that was under way: a tap, a debounce, a listener.
  @Test
  void aBoardThatIsSwitchedOffDoesNothingMore() {
    BoardBench.Rig rig = start();
    List<Edge> heard = new CopyOnWriteArrayList<>();
    rig.board().pin(pins.button1()).onEdge(EnumSet.allOf(Edge.class), heard::add);
    rig.levers().tap(1, SETTLED);
    rig.board().close();
    heard.clear();
    Recorder recorder = Recorder.of(rig.board());

    rig.pass(SETTLED.multipliedBy(3));

    assertThat(recorder.events()).isEmpty();
    assertThat(heard).isEmpty();
  }

  /// A hand that is late, or a thread of the firmware that did not end yet.
  @Test
  void aBoardThatIsSwitchedOffCannotBeWokenUp() {
    BoardBench.Rig rig = start();
    rig.board().close();
    Recorder recorder = Recorder.of(rig.board());

    rig.levers().press(1);
    rig.levers().tap(2, SETTLED);
    rig.levers().type(Octets.of("x"));
    rig.board().uart().transmit(Octets.of("x"));
    rig.board().pin(pins.led1()).configure(PinMode.OUTPUT_PUSH_PULL);
    rig.board().pin(pins.free()).configure(PinMode.INPUT_PULL_UP);
    rig.pass(SETTLED.multipliedBy(2));

    assertThat(recorder.events()).isEmpty();
    assertThat(rig.board().pin(pins.led1()).mode()).isEmpty();
    assertThat(rig.board().pin(pins.free()).mode()).isEmpty();
    assertThatExceptionOfType(InterruptedException.class)
        .isThrownBy(() -> rig.board().uart().receive(Duration.ZERO));
  }

  @Test
  void switchingOffTwiceIsSwitchingOffOnce() {
    Board board = start().board();
    board.close();
    Recorder recorder = Recorder.of(board);

    board.close();

    assertThat(recorder.events()).isEmpty();
  }
}
