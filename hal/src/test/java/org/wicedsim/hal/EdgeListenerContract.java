package org.wicedsim.hal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What the firmware hears of the edges of a button, which is active low here.
abstract class EdgeListenerContract extends ContractPart {
  private static final Set<Edge> BOTH = EnumSet.allOf(Edge.class);

  private BoardBench.Rig rig;
  private DigitalPin button;
  private final List<Edge> heard = new CopyOnWriteArrayList<>();

  EdgeListenerContract(BoardBench bench) {
    super(bench);
  }

  @BeforeEach
  void switchOn() {
    rig = start();
    button = rig.board().pin(pins.button1());
  }

  @ParameterizedTest
  @MethodSource
  void aTapIsHeardAsTheEdgesAskedFor(Set<Edge> edges, List<Edge> expected) {
    button.onEdge(edges, heard::add);

    tap(rig, 1);

    assertThat(heard).isEqualTo(expected);
  }

  static Stream<Arguments> aTapIsHeardAsTheEdgesAskedFor() {
    return Stream.of(
        arguments(Set.of(Edge.FALLING), List.of(Edge.FALLING)),
        arguments(Set.of(Edge.RISING), List.of(Edge.RISING)),
        arguments(BOTH, List.of(Edge.FALLING, Edge.RISING)),
        arguments(Set.of(), List.of()));
  }

  @Test
  void everyPressIsOneFallingEdge() {
    button.onEdge(Set.of(Edge.FALLING), heard::add);

    for (int i = 0; i < 5; i++) {
      tap(rig, 1);
    }

    assertThat(heard).hasSize(5);
  }

  @Test
  void edgesAreHeardInTheirOrder() {
    button.onEdge(BOTH, heard::add);

    tap(rig, 1);
    tap(rig, 1);

    assertThat(heard).containsExactly(Edge.FALLING, Edge.RISING, Edge.FALLING, Edge.RISING);
  }

  @Test
  void aSecondListenerReplacesTheFirst() {
    List<Edge> first = new CopyOnWriteArrayList<>();
    button.onEdge(BOTH, first::add);
    button.onEdge(Set.of(Edge.RISING), heard::add);

    tap(rig, 1);

    assertThat(first).isEmpty();
    assertThat(heard).containsExactly(Edge.RISING);
  }

  @Test
  void aRemovedListenerHearsNothing() {
    button.onEdge(BOTH, heard::add);
    button.removeEdgeListener();

    tap(rig, 1);

    assertThat(heard).isEmpty();
  }

  @Test
  void removingAListenerThatIsNotThereDoesNothing() {
    button.removeEdgeListener();

    assertThat(button.mode()).contains(PinMode.INPUT_PULL_UP);
  }

  /// As the WICED SDK does: wiced_gpio_init disables the pin's interrupt.
  @Test
  void configuringAgainDropsTheListener() {
    button.onEdge(BOTH, heard::add);
    button.configure(PinMode.INPUT_PULL_UP);

    tap(rig, 1);

    assertThat(heard).isEmpty();
  }

  @Test
  void aPinGivenBackHasNoListener() {
    button.onEdge(BOTH, heard::add);
    button.deconfigure();

    tap(rig, 1);

    assertThat(heard).isEmpty();
  }

  @Test
  void removingOneListenerLeavesTheOtherPinsAlone() {
    button.onEdge(BOTH, heard::add);
    DigitalPin other = rig.board().pin(pins.button2());
    other.onEdge(BOTH, heard::add);
    other.removeEdgeListener();

    tap(rig, 1);

    assertThat(heard).containsExactly(Edge.FALLING, Edge.RISING);
  }

  @Test
  void aListenerHearsOnlyItsOwnPin() {
    button.onEdge(BOTH, heard::add);

    tap(rig, 2);

    assertThat(heard).isEmpty();
  }

  /// Firmware that starts while a button is held must not see a press that was before its time.
  @Test
  void aListenerDoesNotHearWhatWasBefore() {
    rig.levers().press(1);
    rig.pass(SETTLED);
    button.onEdge(BOTH, heard::add);

    rig.pass(SETTLED);

    assertThat(heard).isEmpty();
  }
}
