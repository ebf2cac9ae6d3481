package org.wicedsim.wiced;

import com.google.errorprone.annotations.FormatMethod;
import java.util.Locale;
import org.wicedsim.hal.Octets;
import org.wicedsim.hal.Uart;

/// Printing on the board's console. Output is line-buffered, as the SDK's is: what stands behind
/// the last line feed appears with the next one.
public final class Console {
  /// A line that never ends is sent on at this length.
  private static final int MAX_LINE_CHARACTERS = 4_096;

  private final Sdk sdk;
  private final Uart uart;
  private final boolean attached;
  private final StringBuilder line = new StringBuilder();

  /// @param attached whether what is printed goes to the UART, or is lost
  Console(Sdk sdk, boolean attached) {
    this.sdk = sdk;
    this.attached = attached;
    uart = sdk.board().uart();
  }

  /// Prints like `WPRINT_APP_INFO((format, ...))`.
  ///
  /// @param format as [String#format(String, Object...)] takes it; end it with `\n`
  @FormatMethod
  public void printf(String format, Object... arguments) {
    print(String.format(Locale.ROOT, format, arguments));
  }

  /// Prints text as it is.
  public void print(String text) {
    sdk.threads().checkpoint();
    if (attached) {
      append(text);
    }
  }

  private synchronized void append(String text) {
    line.append(text);
    int end = line.lastIndexOf("\n") + 1;
    if (end == 0 && line.length() >= MAX_LINE_CHARACTERS) {
      end = line.length();
    }
    if (end > 0) {
      uart.transmit(Octets.of(line.substring(0, end)));
      line.delete(0, end);
    }
  }
}
