package org.wicedsim.cli.terminal;

import java.io.Console;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.wicedsim.hal.EventStream;
import org.wicedsim.hal.Levers;
import org.wicedsim.hal.Octets;
import org.wicedsim.scenario.Dialogue;

/// Draws one virtual board in the terminal and takes keys as fingers on its buttons.
///
/// ```
/// try (TerminalBoard board = new TerminalBoard(session)) {
///   // start the firmware: what it does from now on is seen
///   board.run();
/// }
/// ```
public final class TerminalBoard implements AutoCloseable {
  /// How long a tapped button is down.
  public static final Duration TAP = Duration.ofMillis(50);

  private static final long FRAME_NANOS = Duration.ofSeconds(1).toNanos() / 30;

  private final TerminalSession session;
  private final Function<ScreenState, List<Line>> renderer;
  private final Inbox inbox = new Inbox();
  private final EventStream.Subscription subscription;
  private final List<Dialogue.Message> messages = new ArrayList<>();
  private Dialogue dialogue = new Dialogue(messages::add);

  /// Hears the board's events from now on; the terminal is left alone until [#run()].
  public TerminalBoard(TerminalSession session) {
    this(session, Screen::render);
  }

  TerminalBoard(TerminalSession session, Function<ScreenState, List<Line>> renderer) {
    this.session = session;
    this.renderer = renderer;
    subscription = session.events().subscribe(inbox);
  }

  /// Why a terminal board cannot be drawn here, as a sentence for the user; empty when it can.
  public static Optional<String> refusal() {
    boolean terminal =
        Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    return refusal(terminal, System.getenv("TERM"));
  }

  static Optional<String> refusal(boolean terminal, @Nullable String type) {
    if (!terminal) {
      return Optional.of(
          "standard input and output are not both a terminal: give the board its commands with"
              + " --script FILE, or --script - for standard input");
    }
    if (type == null || type.isEmpty() || type.equals("dumb")) {
      return Optional.of(
          "the terminal cannot place its cursor (TERM is %s): use --script FILE, or set TERM to"
                  .formatted(type == null || type.isEmpty() ? "not set" : type)
              + " what the terminal really is");
    }
    return Optional.empty();
  }

  /// Draws the board until the user quits, [#close()] is called or the thread is interrupted. The
  /// terminal is given back as it was in any case, also when this throws.
  ///
  /// @throws IOException when standard input and output are no terminal, see [#refusal()]
  public void run() throws IOException {
    try (TerminalScreen screen =
        TerminalScreen.open(
            session.color(), inbox::repaint, line -> inbox.put(new Inbox.Printed(line)))) {
      Thread.ofPlatform()
          .daemon()
          .name("terminal-keys")
          .start(new KeyReader(screen.reader(), inbox));
      draw(screen);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// Makes [#run()] give the terminal back and return; may be called from any thread, and again.
  @Override
  public void close() {
    subscription.close();
    inbox.stop();
  }

  private void draw(TerminalScreen screen) throws InterruptedException {
    ScreenState state =
        withLights(
            ScreenState.initial(ScreenState.Board.of(session), screen.look(), screen.size()));
    while (true) {
      screen.paint(renderer.apply(state), state.size().columns());
      Inbox.Batch batch = inbox.take(System.nanoTime() + FRAME_NANOS);
      state = afterEvents(batch, state);
      if (batch.repaint()) {
        screen.resume();
        state = state.withSize(screen.size());
      }
      for (Key key : batch.keys()) {
        Keys.Outcome outcome = Keys.handle(key, state);
        state = outcome.state();
        for (Action action : outcome.actions()) {
          perform(action, screen);
        }
      }
      if (batch.stopped()) {
        return;
      }
    }
  }

  private ScreenState afterEvents(Inbox.Batch batch, ScreenState state) {
    if (batch.skipped() > 0) {
      dialogue = new Dialogue(messages::add);
    }
    Seen seen = state.seen().withSkipped(batch.skipped());
    for (Inbox.Item item : batch.items()) {
      seen =
          switch (item) {
            case Inbox.Happened(EventStream.Stamped event) -> after(event, seen);
            case Inbox.Printed(String line) -> Events.applyPrinted(line, seen);
          };
    }
    // An LED or a button may have changed for the last time in what was skipped.
    return batch.skipped() > 0 ? withLights(state.withSeen(seen)) : state.withSeen(seen);
  }

  /// A message that an event completes comes before the event: a closing socket may complete one.
  private Seen after(EventStream.Stamped event, Seen seen) {
    dialogue.onEvent(event);
    Seen now = seen;
    for (Dialogue.Message message : messages) {
      now = Events.apply(message, now);
    }
    messages.clear();
    return Events.apply(event, now);
  }

  private void perform(Action action, TerminalScreen screen) {
    Levers levers = session.levers();
    switch (action) {
      case Action.Tap(int button) -> levers.tap(button, TAP);
      case Action.Press(int button) -> levers.press(button);
      case Action.Release(int button) -> levers.release(button);
      case Action.Type(Octets octets) -> levers.type(octets);
      case Action.TellKeyReleases() -> screen.tellKeyReleases();
      case Action.Quit() -> inbox.stop();
    }
  }

  /// The state with the lights and buttons as they are, for when events cannot tell.
  private ScreenState withLights(ScreenState state) {
    Levers levers = session.levers();
    return state.withSeen(
        state
            .seen()
            .withLights(
                numbers(state.board().leds(), levers::isLit),
                numbers(state.board().buttons(), levers::isPressed)));
  }

  private static Set<Integer> numbers(int count, IntPredicate which) {
    return IntStream.rangeClosed(1, count)
        .filter(which)
        .boxed()
        .collect(Collectors.toUnmodifiableSet());
  }
}
