package org.wicedsim.cli.terminal;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.NonBlockingReader;
import org.jline.utils.ShutdownHooks;
import org.jline.utils.Signals;

/// The terminal while the board is drawn on it: raw mode, alternate screen, no cursor. It is given
/// back as it was by [#close()], and when the program ends in any other way that runs its shutdown
/// hooks (SIGTERM, SIGHUP, [System#exit]).
///
/// [#paint] and [#resume()] are called on one thread, [#close()] on any.
final class TerminalScreen implements AutoCloseable {
  /// Alternate screen; no cursor; no line wrap, should the terminal think a row wider than we do.
  private static final String ENTER = "\033[?1049h\033[?25l\033[?7l";

  /// A terminal with the kitty keyboard protocol answers, see [KeyDecoder].
  private static final String ASK_FOR_KITTY = "\033[?u";

  /// Disambiguate, event types, alternate keys, all keys as sequences, with their text.
  private static final String PUSH_KITTY_FLAGS = "\033[>31u";

  private static final String POP_KITTY_FLAGS = "\033[<u";

  /// The clearing is for terminals without an alternate screen.
  private static final String LEAVE = "\033[0m\033[2J\033[H\033[?7h\033[?25h\033[?1049l";

  private final Look look;
  private final Painter painter;
  private final ShutdownHooks.Task atExit = this::leave;
  private final Terminal terminal;
  private final PrintWriter writer;
  private final NonBlockingReader reader;
  private final Attributes raw;
  private final Object resizeSignal;
  private final Object continueSignal;
  private final HeldOutput held;
  private boolean keyReleasesTold;
  private boolean closed;

  private TerminalScreen(
      Terminal terminal, boolean color, Runnable onLoss, Consumer<String> onPrinted) {
    this.terminal = terminal;
    look = new Look(terminal.outputEncoding().equals(StandardCharsets.UTF_8), color);
    painter = new Painter(look);
    writer = terminal.writer();
    reader = terminal.reader();
    terminal.enterRawMode();
    raw = terminal.getAttributes();
    ShutdownHooks.add(atExit);
    resizeSignal = Signals.register("WINCH", onLoss);
    continueSignal = Signals.register("CONT", onLoss);
    held = HeldOutput.begin(onPrinted);
    writer.write(ENTER + ASK_FOR_KITTY);
  }

  /// Takes the terminal.
  ///
  /// @param color false draws without colours
  /// @param onLoss is told, on another thread, when the terminal was resized or was in other hands
  /// @param onPrinted is told each line that something printed past the screen; both return at once
  /// @throws IOException when standard input and output are no terminal
  static TerminalScreen open(boolean color, Runnable onLoss, Consumer<String> onPrinted)
      throws IOException {
    try {
      Terminal terminal =
          TerminalBuilder.builder().system(true).dumb(false).nativeSignals(false).build();
      return new TerminalScreen(terminal, color, onLoss, onPrinted);
    } catch (IllegalStateException e) {
      throw new IOException("cannot draw on this terminal: " + e.getMessage(), e);
    }
  }

  NonBlockingReader reader() {
    return reader;
  }

  Look look() {
    return look;
  }

  Size size() {
    int columns = terminal.getColumns();
    int rows = terminal.getRows();
    return columns > 0 && rows > 0 ? new Size(columns, rows) : Size.USUAL;
  }

  /// Shows `rows`; sends only what changed.
  synchronized void paint(List<Line> rows, int columns) {
    if (!closed) {
      writer.write(painter.paint(rows, columns));
      writer.flush();
    }
  }

  /// Takes the terminal anew, after a resize or a stop; the next screen is sent whole.
  synchronized void resume() {
    if (!closed) {
      terminal.setAttributes(raw);
      writer.write(ENTER);
      painter.forget();
    }
  }

  /// Lets the terminal tell when a key is let go.
  synchronized void tellKeyReleases() {
    if (!closed && !keyReleasesTold) {
      keyReleasesTold = true;
      writer.write(PUSH_KITTY_FLAGS);
      writer.flush();
    }
  }

  /// Gives the terminal back, and prints what was held back meanwhile.
  @Override
  public void close() throws IOException {
    leave();
    ShutdownHooks.remove(atExit);
    Signals.unregister("WINCH", resizeSignal);
    Signals.unregister("CONT", continueSignal);
    terminal.close();
  }

  /// The half of [#close()] that a shutdown hook needs: JLine's own hook restores the modes.
  private synchronized void leave() {
    if (!closed) {
      closed = true;
      writer.write(keyReleasesTold ? POP_KITTY_FLAGS + LEAVE : LEAVE);
      writer.flush();
      held.close();
    }
  }
}
