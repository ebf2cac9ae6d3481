package org.wicedsim.wiced;

import java.time.Duration;
import java.util.BitSet;
import java.util.Objects;
import java.util.OptionalInt;
import org.wicedsim.hal.Octets;

/// Serial lines (`wiced_uart_t`, SPEC 3.7). UART n is `WICED_UART_n`; the console is on [#STDIO],
/// and nothing is connected to the others.
///
/// What is typed is neither echoed nor kept until the end of a line.
public final class WicedUart {
  /// The UART of the console (`STDIO_UART`).
  public static final int STDIO = 1;

  /// UARTs are numbered from 1 to this.
  public static final int UARTS = 3;

  /// How a line speaks (`wiced_uart_config_t`). It is published and checked by nobody: octets
  /// arrive at once, whatever the rate.
  public record Config(
      int baudRate, DataWidth width, Parity parity, StopBits stopBits, FlowControl flowControl) {
    /// 8 data bits, no parity, 1 stop bit, no flow control.
    public static Config of(int baudRate) {
      return new Config(
          baudRate,
          DataWidth.DATA_WIDTH_8BIT,
          Parity.NO_PARITY,
          StopBits.STOP_BITS_1,
          FlowControl.FLOW_CONTROL_DISABLED);
    }
  }

  /// How many bits a character has.
  public enum DataWidth {
    DATA_WIDTH_5BIT,
    DATA_WIDTH_6BIT,
    DATA_WIDTH_7BIT,
    DATA_WIDTH_8BIT,
    DATA_WIDTH_9BIT
  }

  /// Which parity bit follows a character.
  public enum Parity {
    NO_PARITY,
    ODD_PARITY,
    EVEN_PARITY
  }

  /// How many stop bits follow a character.
  public enum StopBits {
    STOP_BITS_1,
    STOP_BITS_2
  }

  /// Which lines hold a sender up.
  public enum FlowControl {
    FLOW_CONTROL_DISABLED,
    FLOW_CONTROL_CTS,
    FLOW_CONTROL_RTS,
    FLOW_CONTROL_CTS_RTS
  }

  /// What was received.
  ///
  /// @param octets how many stand in the buffer; with TIMEOUT, those that came in time
  public record Received(WicedResult result, int octets) {}

  private final Sdk sdk;
  private final boolean stdio;
  // Guarded by itself.
  private final BitSet initialised = new BitSet();

  /// @param stdio whether printing goes to the console, which the SDK then initialises itself
  WicedUart(Sdk sdk, boolean stdio) {
    this.sdk = sdk;
    this.stdio = stdio;
    initialised.set(STDIO, stdio);
  }

  /// Opens a UART (`wiced_uart_init`).
  ///
  /// @param receiveBufferOctets of the ring buffer, which holds one octet less; a hint here, since
  ///   the console keeps 64 octets in any case
  /// @return SUCCESS; ERROR for [#STDIO], which the SDK itself has opened; BADARG when the board
  ///   has no such UART
  public WicedResult init(int uart, Config config, int receiveBufferOctets) {
    return sdk.returned(
        "wiced_uart_init", open(uart), uart, config.baudRate(), receiveBufferOctets);
  }

  /// Closes a UART (`wiced_uart_deinit`).
  ///
  /// @return SUCCESS, or BADARG when the board has no such UART
  public WicedResult deinit(int uart) {
    if (isUart(uart)) {
      synchronized (initialised) {
        initialised.clear(uart);
      }
    }
    return sdk.returned(
        "wiced_uart_deinit", isUart(uart) ? WicedResult.SUCCESS : WicedResult.BADARG, uart);
  }

  /// Sends octets (`wiced_uart_transmit_bytes`); they stay together, whatever other threads send.
  ///
  /// @return SUCCESS; ERROR when the UART is not open; BADARG when the board has none such
  public WicedResult transmitBytes(int uart, byte[] octets) {
    WicedResult result = usable(uart);
    if (result.isSuccess() && uart == STDIO) {
      sdk.board().uart().transmit(Octets.of(octets));
    }
    return sdk.returned("wiced_uart_transmit_bytes", result, uart, octets.length);
  }

  /// Receives octets, and waits until all are here (`wiced_uart_receive_bytes`). At the end of what
  /// is typed it waits on.
  ///
  /// @param size how many to wait for
  /// @param timeoutMs [Rtos#NO_WAIT] to [Rtos#NEVER_TIMEOUT], for each single wait and not for the
  ///   whole call
  /// @return SUCCESS with `size` octets; TIMEOUT with those that came; ERROR when the UART is not
  ///   open; BADARG when the board has none such
  /// @throws IndexOutOfBoundsException when `buffer` is shorter than `size`
  public Received receiveBytes(int uart, byte[] buffer, int size, long timeoutMs) {
    Objects.checkFromIndexSize(0, size, buffer.length);
    WicedResult result = usable(uart);
    int octets = 0;
    while (result.isSuccess() && octets < size) {
      OptionalInt octet = receive(uart, timeoutMs);
      if (octet.isPresent()) {
        buffer[octets++] = (byte) octet.getAsInt();
      } else {
        result = WicedResult.TIMEOUT;
      }
    }
    sdk.returned("wiced_uart_receive_bytes", result, uart, octets, timeoutMs);
    return new Received(result, octets);
  }

  private WicedResult open(int uart) {
    if (!isUart(uart)) {
      return WicedResult.BADARG;
    }
    if (uart == STDIO && stdio) {
      sdk.diagnose("uart", "wiced_uart_init: UART 1 is the console's, and needs no initialisation");
      return WicedResult.ERROR;
    }
    if (uart != STDIO) {
      sdk.diagnose(
          "uart",
          "wiced_uart_init: nothing is connected to UART %d: what is sent there is lost"
              .formatted(uart));
    }
    synchronized (initialised) {
      initialised.set(uart);
    }
    return WicedResult.SUCCESS;
  }

  private WicedResult usable(int uart) {
    if (!isUart(uart)) {
      return WicedResult.BADARG;
    }
    synchronized (initialised) {
      return initialised.get(uart) ? WicedResult.SUCCESS : WicedResult.ERROR;
    }
  }

  private OptionalInt receive(int uart, long timeoutMs) {
    if (uart != STDIO) {
      new Gate(sdk.clock()).await(() -> false, timeoutMs);
      return OptionalInt.empty();
    }
    try {
      OptionalInt octet = sdk.board().uart().receive(Duration.ZERO);
      if (octet.isEmpty() && timeoutMs > 0) {
        WicedThread.aboutToBlock();
        do {
          octet = sdk.board().uart().receive(Duration.ofMillis(timeoutMs));
        } while (octet.isEmpty() && timeoutMs >= Rtos.NEVER_TIMEOUT);
      }
      return octet;
    } catch (InterruptedException _) {
      throw PowerOff.ofThisThread();
    }
  }

  private static boolean isUart(int uart) {
    return uart >= 1 && uart <= UARTS;
  }
}
