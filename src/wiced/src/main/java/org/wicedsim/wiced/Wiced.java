package org.wicedsim.wiced;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import java.util.Locale;
import org.wicedsim.hal.MacAddress;

/// The WICED SDK as the firmware of one board sees it: each part of the SDK is a room of its own.
///
/// Calls block as the SDK's do, and may be made from any thread of the firmware. When the board is
/// switched off, a blocked call does not return: its thread ends.
public final class Wiced {
  /// The version of the SDK that is played.
  static final String SDK_VERSION = "6.2";

  private final Sdk sdk;
  private final Console console;
  private final Rtos rtos;
  private final Time time;
  private final Gpio gpio;
  private final WicedUart uart;
  private final I2c i2c;
  private final Pwm pwm;
  private final Network network;
  private final Tls tls;
  private final Tcp tcp;
  private final DctAccess dct;
  private final ResourceAccess resources;
  private boolean initialised;

  Wiced(Sdk sdk, HandlerContext interrupts, LanAccess access, boolean stdio) {
    this.sdk = sdk;
    console = new Console(sdk, stdio);
    rtos = new Rtos(sdk);
    time = new Time(sdk);
    gpio = new Gpio(sdk, interrupts);
    uart = new WicedUart(sdk, stdio);
    i2c = new I2c(sdk);
    pwm = new Pwm(sdk);
    network = new Network(sdk, rtos, console, access);
    tls = new Tls(sdk);
    tcp = new Tcp(sdk, rtos, network, tls);
    dct = new DctAccess(sdk);
    resources = new ResourceAccess(sdk);
  }

  /// Starts the SDK (`wiced_init`) and prints its banner; again, it does nothing.
  public synchronized WicedResult init() {
    if (!initialised) {
      initialised = true;
      console.printf("\nStarting WICED %s\n", SDK_VERSION);
      console.printf("Platform %s initialised\n", sdk.board().description().name());
      console.printf("Started ThreadX (simulated)\n");
      console.printf("WICED_core Initialized\n");
      console.printf("Initialising NetX_Duo (simulated)\n");
      console.printf("Creating Packet pools\n");
      console.printf("WLAN MAC Address : %s\n", sdk.board().macAddress());
      console.printf("WLAN Firmware    : simulated\n");
      console.printf("WLAN CLM         : simulated\n");
    }
    return sdk.returned("wiced_init", WicedResult.SUCCESS);
  }

  /// Ends the SDK (`wiced_deinit`): all interfaces go down. It can be started again.
  public synchronized WicedResult deinit() {
    if (initialised) {
      initialised = false;
      for (Interface on : Interface.values()) {
        network.down(on);
      }
    }
    return sdk.returned("wiced_deinit", WicedResult.SUCCESS);
  }

  Sdk sdk() {
    return sdk;
  }

  /// The board's MAC address (`wiced_wifi_get_mac_address`).
  public MacAddress macAddress() {
    sdk.returned("wiced_wifi_get_mac_address", WicedResult.SUCCESS);
    return sdk.board().macAddress();
  }

  /// Printing.
  public Console console() {
    return console;
  }

  /// Threads, what they wait for, and timers.
  public Rtos rtos() {
    return rtos;
  }

  /// The board's time.
  public Time time() {
    return time;
  }

  /// Pins.
  public Gpio gpio() {
    return gpio;
  }

  /// Serial lines.
  public WicedUart uart() {
    return uart;
  }

  /// I2C buses.
  public I2c i2c() {
    return i2c;
  }

  /// Pulses on pins.
  public Pwm pwm() {
    return pwm;
  }

  /// Network management and name look-up.
  public Network network() {
    return network;
  }

  /// TCP sockets.
  public Tcp tcp() {
    return tcp;
  }

  /// TLS.
  public Tls tls() {
    return tls;
  }

  /// The device configuration table.
  public DctAccess dct() {
    return dct;
  }

  /// The resources file system.
  public ResourceAccess resources() {
    return resources;
  }

  /// Shows the firmware's state machine to whoever watches the board. It costs nothing on a board
  /// that nobody watches, and changes nothing.
  ///
  /// @param state the name of the state that was entered
  /// @param detail what is true in it, for people; may be empty
  public void showState(String state, String detail) {
    if (sdk.events().isObserved()) {
      sdk.events().publish(new WicedEvent.FirmwareState(state, detail));
    }
  }

  /// Speaks in the simulator's voice, beside the console: an exact cause, and what to check.
  ///
  /// @param code a stable name in kebab case
  @FormatMethod
  public void diagnose(String code, @FormatString String format, Object... arguments) {
    sdk.diagnose(code, String.format(Locale.ROOT, format, arguments));
  }
}
