package org.wicedsim.cli.terminal;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/// Keeps what the program prints to its standard streams from tearing the screen: it is told line
/// by line, held while the screen is up, and printed to standard error afterwards.
final class HeldOutput implements AutoCloseable {
  /// The rest of a longer output is told but not printed afterwards.
  static final int MAX_HELD_OCTETS = 256 * 1024;

  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final Consumer<String> lines;
  private final Lines outLines = new Lines();
  private final Lines errLines = new Lines();
  private final ByteArrayOutputStream held = new ByteArrayOutputStream();

  private HeldOutput(Consumer<String> lines) {
    this.lines = lines;
  }

  /// Takes the standard streams.
  ///
  /// @param lines is told each line that is not indented, such as a stack trace's first one, on the
  ///   thread that printed it; must return at once
  static HeldOutput begin(Consumer<String> lines) {
    HeldOutput output = new HeldOutput(lines);
    System.setOut(new PrintStream(output.outLines, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(output.errLines, true, StandardCharsets.UTF_8));
    return output;
  }

  /// Gives the standard streams back, and prints what was held.
  @Override
  public void close() {
    System.setOut(out);
    System.setErr(err);
    outLines.end();
    errLines.end();
    synchronized (held) {
      err.print(held.toString(StandardCharsets.UTF_8));
      err.flush();
      held.reset();
    }
  }

  private void hold(byte[] octets) {
    synchronized (held) {
      if (held.size() + octets.length <= MAX_HELD_OCTETS) {
        held.writeBytes(octets);
      }
    }
  }

  /// One of the two streams, cut into lines.
  private final class Lines extends OutputStream {
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    @Override
    public synchronized void write(int octet) {
      line.write(octet);
      if (octet == '\n') {
        String text = line.toString(StandardCharsets.UTF_8).stripTrailing();
        end();
        if (!text.isEmpty() && !Character.isWhitespace(text.charAt(0))) {
          lines.accept(text);
        }
      }
    }

    synchronized void end() {
      hold(line.toByteArray());
      line.reset();
    }
  }
}
