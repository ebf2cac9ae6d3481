package org.wicedsim.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wicedsim.hal.Octets;

class KeysTest {
  private final List<Action> actions = new ArrayList<>();
  private ScreenState state = States.initial();

  private void strike(Key... keys) {
    for (Key key : keys) {
      Keys.Outcome outcome = Keys.handle(key, state);
      state = outcome.state();
      actions.addAll(outcome.actions());
    }
  }

  private void write(String text) {
    text.codePoints().forEach(codePoint -> strike(new Key.Written(codePoint)));
  }

  @Test
  void aDigitTapsItsButton() {
    write("12");

    assertThat(actions).containsExactly(new Action.Tap(1), new Action.Tap(2));
  }

  @Test
  void theNinthButtonHasAKey() {
    state = States.initial(9, 2);

    write("9");

    assertThat(actions).containsExactly(new Action.Tap(9));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {"!, 1", "@, 2", "\", 2", "#, 3", "(, 9"})
  void aShiftedDigitHoldsItsButton(String key, int button) {
    state = States.initial(9, 2);

    write(key);

    assertThat(actions).containsExactly(new Action.Press(button));
    assertThat(state.controls().held()).containsExactly(button);
  }

  @Test
  void aShiftedDigitOnceMoreLetsGo() {
    write("!!");

    assertThat(actions).containsExactly(new Action.Press(1), new Action.Release(1));
    assertThat(state.controls().held()).isEmpty();
  }

  @Test
  void theDigitOfAHeldButtonLetsGo() {
    write("!1");

    assertThat(actions).containsExactly(new Action.Press(1), new Action.Release(1));
    assertThat(state.controls().held()).isEmpty();
  }

  @Test
  void aButtonThatTheBoardHasNotIsSaidNotToBeThere() {
    write("3");

    assertThat(actions).isEmpty();
    assertThat(state.controls().notice())
        .isEqualTo("the board has no button 3: it has buttons 1 to 2");
  }

  @Test
  void theNextKeyTakesTheNoticeAway() {
    write("#x");

    assertThat(state.controls().notice()).isEmpty();
  }

  @Test
  void whereKeysTellTheirReleaseAButtonIsDownAsLongAsItsKey() {
    strike(new Key.DigitDown(1, '1', false), new Key.DigitDown(1, '1', true), new Key.DigitUp(1));

    assertThat(actions).containsExactly(new Action.Press(1), new Action.Release(1));
  }

  @Test
  void aHeldButtonStaysDownWhenItsKeyIsLetGo() {
    strike(new Key.DigitDown(1, '!', false), new Key.DigitDown(1, '!', true), new Key.DigitUp(1));

    assertThat(actions).containsExactly(new Action.Press(1));
  }

  @Test
  void theKeyOfAHeldButtonEndsTheHoldWhenItIsLetGo() {
    strike(
        new Key.DigitDown(1, '!', false),
        new Key.DigitUp(1),
        new Key.DigitDown(1, '1', false),
        new Key.DigitUp(1));

    assertThat(actions).endsWith(new Action.Press(1), new Action.Release(1)).hasSize(3);
    assertThat(state.controls().held()).isEmpty();
  }

  @Test
  void theReleaseOfAKeyWithoutButtonDoesNothing() {
    strike(new Key.DigitUp(7));

    assertThat(actions).isEmpty();
  }

  /// The key went down before the line was opened.
  @Test
  void aKeyLetGoWhileALineIsTypedLetsGoOfItsButton() {
    strike(new Key.DigitDown(1, '1', false));
    write("t");
    strike(new Key.DigitUp(1));

    assertThat(actions).containsExactly(new Action.Press(1), new Action.Release(1));
  }

  @Test
  void theTerminalsOfferIsTaken() {
    strike(Key.Named.KEYS_RELEASE_OFFERED);

    assertThat(actions).containsExactly(new Action.TellKeyReleases());
    assertThat(state.controls().keysRelease()).isTrue();
  }

  @Test
  void qQuits() {
    write("q");

    assertThat(actions).containsExactly(new Action.Quit());
  }

  @Test
  void controlCQuitsWhateverIsOpen() {
    write("t");
    strike(Key.Named.INTERRUPT);

    assertThat(actions).containsExactly(new Action.Quit());
  }

  @Test
  void aLineIsTypedIntoTheUartWithItsNewline() {
    write("tq1?é");
    strike(Key.Named.ENTER);

    assertThat(actions).containsExactly(new Action.Type(Octets.of("q1?é\n")));
    assertThat(state.controls().mode()).isEqualTo(new Controls.Watching());
  }

  @Test
  void digitsOfKeysThatTellTheirReleaseAreTypedToo() {
    write("t");
    strike(
        new Key.DigitDown(1, '1', false),
        new Key.DigitDown(1, '1', true),
        new Key.DigitDown(2, '@', false));

    assertThat(state.controls().mode()).isEqualTo(new Controls.Typing("11@"));
  }

  @Test
  void backspaceTakesTheLastCharacterBack() {
    write("ta😀");
    strike(Key.Named.BACKSPACE, Key.Named.BACKSPACE, Key.Named.BACKSPACE);

    assertThat(state.controls().mode()).isEqualTo(new Controls.Typing(""));
  }

  @Test
  void escapeLeavesTheLineUnsent() {
    write("thello");
    strike(Key.Named.ESCAPE);

    assertThat(actions).isEmpty();
    assertThat(state.controls().mode()).isEqualTo(new Controls.Watching());
  }

  @Test
  void aTypedLineEndsWhereTheReceiveBufferDoes() {
    write("t" + "x".repeat(100));
    strike(Key.Named.ENTER);

    assertThat(actions).containsExactly(new Action.Type(Octets.of("x".repeat(63) + "\n")));
  }

  @Test
  void aWideCharacterThatDoesNotFitTheReceiveBufferIsNotTaken() {
    write("t" + "x".repeat(61) + "中y");

    assertThat(state.controls().mode()).isEqualTo(new Controls.Typing("x".repeat(61) + "y"));
  }

  @Test
  void theQuestionMarkOpensAndClosesTheHelp() {
    write("?");
    assertThat(state.controls().mode()).isEqualTo(new Controls.Helping(0));

    write("?");
    assertThat(state.controls().mode()).isEqualTo(new Controls.Watching());
  }

  @Test
  void escapeClosesTheHelp() {
    write("?");
    strike(Key.Named.ESCAPE);

    assertThat(state.controls().mode()).isEqualTo(new Controls.Watching());
  }

  @Test
  void buttonsWorkWhileTheHelpIsOpen() {
    write("?1");

    assertThat(actions).containsExactly(new Action.Tap(1));
    assertThat(state.controls().mode()).isEqualTo(new Controls.Helping(0));
  }

  @Test
  void theHelpScrollsOnAShortScreenAndStopsAtItsEnds() {
    state = States.sized(state, 60, 16);
    write("?");

    strike(Key.Named.PAGE_DOWN, Key.Named.PAGE_DOWN, Key.Named.PAGE_DOWN);
    assertThat(States.screen(state)).contains(" Diagnostics").doesNotContain("lines below");

    strike(Key.Named.PAGE_UP, Key.Named.PAGE_UP, Key.Named.PAGE_UP);
    assertThat(state.controls().mode()).isEqualTo(new Controls.Helping(0));
  }

  @Test
  void cClearsTheConsole() {
    state = States.with(state, States.sent("one\ntwo\n"));

    write("c");

    assertThat(state.seen().console().shown()).isEmpty();
  }

  @Test
  void anyOtherKeyDoesNothing() {
    ScreenState before = state;

    write("xyz0");
    strike(Key.Named.ENTER, Key.Named.BACKSPACE);

    assertThat(actions).isEmpty();
    assertThat(state).isEqualTo(before);
  }

  @Test
  void pageUpShowsEarlierLinesAndStopsAtTheFirst() {
    printLines(1, 100);

    strike(Key.Named.PAGE_UP);
    assertThat(States.screen(state)).contains(" line 95\n").doesNotContain(" line 96\n");

    for (int i = 0; i < 50; i++) {
      strike(Key.Named.PAGE_UP);
    }
    assertThat(States.screen(state)).contains(" line 1\n", " line 6\n", " 94 lines below ");
  }

  @Test
  void pageDownAfterManyPagesUpMovesAtOnce() {
    printLines(1, 100);
    for (int i = 0; i < 50; i++) {
      strike(Key.Named.PAGE_UP);
    }

    strike(Key.Named.PAGE_DOWN);

    assertThat(States.screen(state)).contains(" line 11\n").doesNotContain(" line 5\n");
  }

  @Test
  void aScrolledConsoleStandsStillWhileLinesCome() {
    printLines(1, 100);
    strike(Key.Named.PAGE_UP);

    printLines(101, 120);

    assertThat(States.screen(state)).contains(" line 95\n", " 25 lines below ");
  }

  @Test
  void pageDownToTheEndFollowsAgain() {
    printLines(1, 100);
    strike(Key.Named.PAGE_UP, Key.Named.PAGE_DOWN);

    printLines(101, 101);

    assertThat(States.screen(state)).contains(" line 101\n");
  }

  @Test
  void escapeGoesBackToTheEndOfTheConsole() {
    printLines(1, 100);
    strike(Key.Named.PAGE_UP, Key.Named.PAGE_UP, Key.Named.ESCAPE);

    assertThat(States.screen(state)).contains(" line 100\n");
  }

  @Test
  void scrollingCountsWrappedRows() {
    state = States.with(state, States.sent("a".repeat(200) + "\n"));
    printLines(1, 6);

    strike(Key.Named.PAGE_UP, Key.Named.PAGE_UP);

    assertThat(States.row(state, 10)).isEqualTo(" " + "a".repeat(78));
  }

  @Test
  void scrollingOnATooSmallTerminalDoesNothing() {
    state = States.sized(States.initial(), 3, 2);
    ScreenState before = state;

    strike(Key.Named.PAGE_UP, Key.Named.PAGE_DOWN);

    assertThat(state).isEqualTo(before);
  }

  private void printLines(int first, int last) {
    StringBuilder text = new StringBuilder();
    for (int i = first; i <= last; i++) {
      text.append("line ").append(i).append("\r\n");
    }
    state = States.with(state, States.sent(text.toString()));
  }
}
