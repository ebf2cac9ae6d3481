package org.wicedsim.cli.terminal;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.wicedsim.hal.Octets;
import org.wicedsim.hal.Uart;

/// What each key does. [HelpPage] and [Footer] tell it to the user.
final class Keys {
  /// Buttons beyond the ninth have no key.
  static final int MAX_BUTTONS = 9;

  /// A line longer than the UART's receive buffer could not arrive whole; one octet is its newline.
  static final int MAX_TYPED_OCTETS = Uart.RECEIVE_BUFFER_OCTETS - 1;

  /// What Shift makes of the digits 1 to 9 on a US keyboard.
  private static final String SHIFTED_DIGITS = "!@#$%^&*(";

  /// What Shift makes of 2 on a British or German one.
  private static final char OTHER_SHIFTED_2 = '"';

  private Keys() {}

  /// The state after a key, and what is to be done, in this order.
  record Outcome(ScreenState state, List<Action> actions) {
    Outcome {
      actions = List.copyOf(actions);
    }

    private static Outcome of(ScreenState state, Action... actions) {
      return new Outcome(state, List.of(actions));
    }

    private static Outcome of(ScreenState state, Controls controls, Action... actions) {
      return of(state.withControls(controls), actions);
    }
  }

  /// What `key` does in `state`.
  static Outcome handle(Key key, ScreenState state) {
    Controls now = state.controls().withNotice("");
    return switch (key) {
      case Key.DigitUp(int digit) -> letGo(digit, state);
      case Key.Named named -> named(named, state, now);
      case Key.Written(int codePoint) ->
          now.mode() instanceof Controls.Typing(String line)
              ? Outcome.of(state, written(now, line, codePoint))
              : command(codePoint, state, now);
      case Key.DigitDown down -> {
        if (now.mode() instanceof Controls.Typing(String line)) {
          yield Outcome.of(state, written(now, line, down.codePoint()));
        }
        if (down.repeat()) {
          yield Outcome.of(state);
        }
        yield down.isShifted() ? hold(down.digit(), state, now) : press(down.digit(), state, now);
      }
    };
  }

  private static Outcome named(Key.Named key, ScreenState state, Controls now) {
    return switch (key) {
      case INTERRUPT -> Outcome.of(state, now, new Action.Quit());
      case KEYS_RELEASE_OFFERED ->
          Outcome.of(state, state.controls().withKeysRelease(), new Action.TellKeyReleases());
      case PAGE_UP -> Outcome.of(state, scrolled(state, now, -1));
      case PAGE_DOWN -> Outcome.of(state, scrolled(state, now, 1));
      case ENTER ->
          now.mode() instanceof Controls.Typing(String line)
              ? Outcome.of(state, watching(now), new Action.Type(Octets.of(line + "\n")))
              : Outcome.of(state, now);
      case BACKSPACE ->
          now.mode() instanceof Controls.Typing(String line) && !line.isEmpty()
              ? Outcome.of(
                  state,
                  now.withMode(
                      new Controls.Typing(
                          line.substring(0, line.offsetByCodePoints(line.length(), -1)))))
              : Outcome.of(state, now);
      case ESCAPE ->
          Outcome.of(
              state,
              now.mode() instanceof Controls.Watching
                  ? now.withConsoleEnd(Controls.LATEST)
                  : watching(now));
    };
  }

  private static Outcome command(int codePoint, ScreenState state, Controls now) {
    int shifted = codePoint == OTHER_SHIFTED_2 ? 2 : SHIFTED_DIGITS.indexOf(codePoint) + 1;
    if (shifted > 0) {
      return hold(shifted, state, now);
    }
    if (codePoint >= '1' && codePoint <= '9') {
      return tap(codePoint - '0', state, now);
    }
    return switch (codePoint) {
      case 'q' -> Outcome.of(state, now, new Action.Quit());
      case '?' ->
          Outcome.of(
              state,
              now.mode() instanceof Controls.Helping
                  ? watching(now)
                  : now.withMode(new Controls.Helping(0)));
      case 't' -> Outcome.of(state, now.withMode(new Controls.Typing("")));
      case 'c' ->
          Outcome.of(
              state.withSeen(state.seen().withConsole(state.seen().console().cleared())),
              now.withConsoleEnd(Controls.LATEST));
      default -> Outcome.of(state, now);
    };
  }

  private static Outcome tap(int button, ScreenState state, Controls now) {
    if (now.held().contains(button)) {
      return Outcome.of(state, held(now, button, false), new Action.Release(button));
    }
    return onButton(button, state, now, now, new Action.Tap(button));
  }

  /// The end of a hold: the button goes up when the key does.
  private static Outcome press(int button, ScreenState state, Controls now) {
    return onButton(button, state, now, held(now, button, false), new Action.Press(button));
  }

  private static Outcome hold(int button, ScreenState state, Controls now) {
    return now.held().contains(button)
        ? Outcome.of(state, held(now, button, false), new Action.Release(button))
        : onButton(button, state, now, held(now, button, true), new Action.Press(button));
  }

  private static Outcome letGo(int button, ScreenState state) {
    boolean stays = button > state.board().buttons() || state.controls().held().contains(button);
    return stays ? Outcome.of(state) : Outcome.of(state, new Action.Release(button));
  }

  private static Outcome onButton(
      int button, ScreenState state, Controls now, Controls then, Action action) {
    int buttons = state.board().buttons();
    return button <= buttons
        ? Outcome.of(state, then, action)
        : Outcome.of(
            state,
            now.withNotice(
                "the board has no button %d: it has buttons 1 to %d".formatted(button, buttons)));
  }

  private static Controls held(Controls controls, int button, boolean held) {
    Set<Integer> buttons = new TreeSet<>(controls.held());
    if (held) {
      buttons.add(button);
    } else {
      buttons.remove(button);
    }
    return controls.withHeld(buttons);
  }

  private static Controls written(Controls now, String line, int codePoint) {
    String longer = line + Character.toString(codePoint);
    return Octets.of(longer).length() <= MAX_TYPED_OCTETS
        ? now.withMode(new Controls.Typing(longer))
        : now;
  }

  private static Controls scrolled(ScreenState state, Controls now, int pages) {
    if (Screen.isTooSmall(state.size())) {
      return now;
    }
    int rows = Screen.bodyRows(state);
    return switch (now.mode()) {
      case Controls.Helping(int top) ->
          now.withMode(new Controls.Helping(HelpPage.scrolled(state, top, rows, pages)));
      case Controls.Watching _, Controls.Typing _ ->
          now.withConsoleEnd(
              ConsolePane.scrolled(state, Panes.Geometry.of(state.size().columns(), rows), pages));
    };
  }

  private static Controls watching(Controls controls) {
    return controls.withMode(new Controls.Watching());
  }
}
