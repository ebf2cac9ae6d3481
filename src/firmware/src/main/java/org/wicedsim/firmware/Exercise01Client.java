package org.wicedsim.firmware;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.concurrent.atomic.AtomicInteger;
import org.wicedsim.hal.Ipv4Address;
import org.wicedsim.hal.MacAddress;
import org.wicedsim.wiced.Firmware;
import org.wicedsim.wiced.Interface;
import org.wicedsim.wiced.IrqTrigger;
import org.wicedsim.wiced.Network.Lookup;
import org.wicedsim.wiced.NetworkConfig;
import org.wicedsim.wiced.Rtos;
import org.wicedsim.wiced.Tcp;
import org.wicedsim.wiced.TcpSocket;
import org.wicedsim.wiced.TcpStream;
import org.wicedsim.wiced.Wiced;
import org.wicedsim.wiced.WicedResult;
import org.wicedsim.wiced.WicedSemaphore;

/// Exercise 01: a client that tells the class server about its LED (SPEC 4).
///
/// Each press of button 1 flips the LED and sends one `W<id>05<state>`, on a connection of its own.
/// The answer is not looked at: that is exercise 02.
public final class Exercise01Client implements Firmware {
  private static final int BUTTON = 1;
  private static final int LED = 1;
  static final String SERVER_NAME = "wwep.ww101.cypress.com";
  private static final Ipv4Address SERVER_ADDRESS = Ipv4Address.of(198, 51, 100, 3);
  private static final int SERVER_PORT = 27_708;
  private static final long LOOKUP_TIMEOUT_MS = 10_000;
  private static final long CONNECT_TIMEOUT_MS = 2_000;
  private static final int THREAD_PRIORITY = 10;
  private static final int THREAD_STACK_OCTETS = 6_200;

  /// A semaphore counts without an end, and nobody wants a day's presses sent: more do not wait.
  static final int MAX_WAITING = 64;

  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicInteger lost = new AtomicInteger();

  @Override
  public void applicationStart(Wiced wiced) {
    wiced.init();
    wiced.gpio().ledSetState(LED, false);
    WicedResult up = wiced.network().up(Interface.STA, NetworkConfig.EXTERNAL_DHCP_SERVER);
    if (!up.isSuccess()) {
      wiced.console().printf("Failed network up = [%d]\n", up.code());
      return;
    }
    WicedSemaphore pressed = wiced.rtos().initSemaphore();
    wiced
        .rtos()
        .createThread(THREAD_PRIORITY, "client", THREAD_STACK_OCTETS, () -> run(wiced, pressed));
    int button = wiced.gpio().button(BUTTON);
    wiced.gpio().inputIrqEnable(button, IrqTrigger.FALLING_EDGE, () -> onPress(pressed));
  }

  /// In interrupt context nothing may block: count the press, and leave the work to the thread.
  private void onPress(WicedSemaphore pressed) {
    if (waiting.getAndUpdate(count -> Math.min(count + 1, MAX_WAITING)) < MAX_WAITING) {
      pressed.set();
    } else {
      lost.incrementAndGet();
    }
  }

  private void run(Wiced wiced, WicedSemaphore pressed) {
    int device = deviceId(wiced.macAddress());
    Ipv4Address server = lookUp(wiced);
    boolean lit = false;
    while (true) {
      pressed.get(Rtos.NEVER_TIMEOUT);
      waiting.decrementAndGet();
      lit = !lit;
      wiced.gpio().ledSetState(LED, lit);
      send(wiced, server, "W%04X05%04X".formatted(device, lit ? 1 : 0));
      int tooMany = lost.getAndSet(0);
      if (tooMany > 0) {
        wiced.console().printf("Presses lost: %d, since %d waited already\n", tooMany, MAX_WAITING);
      }
    }
  }

  /// A board's id on the server: the sum of the octets of its MAC address.
  private static int deviceId(MacAddress mac) {
    int sum = 0;
    for (int i = 0; i < 6; i++) {
      sum += mac.octet(i);
    }
    return sum;
  }

  /// Asks for the server's address; where nobody knows it, the one that is built in must do.
  static Ipv4Address lookUp(Wiced wiced) {
    return switch (wiced.network().hostnameLookup(SERVER_NAME, LOOKUP_TIMEOUT_MS, Interface.STA)) {
      case Lookup.Found found -> found.address();
      case Lookup.Failed failed -> {
        wiced
            .console()
            .printf(
                "Failed look-up of %s = [%d], using %s\n",
                SERVER_NAME, failed.result().code(), SERVER_ADDRESS);
        yield SERVER_ADDRESS;
      }
    };
  }

  private static void send(Wiced wiced, Ipv4Address server, String message) {
    TcpSocket socket = wiced.tcp().createSocket(Interface.STA);
    socket.bind(Tcp.ANY_PORT);
    WicedResult result = socket.connect(server, SERVER_PORT, CONNECT_TIMEOUT_MS);
    if (result.isSuccess()) {
      wiced.console().printf("Sending %s\n", message);
      TcpStream stream = wiced.tcp().streamInit(socket);
      stream.write(message.getBytes(US_ASCII));
      // A stream collects what is written: only now it goes out.
      stream.flush();
      stream.deinit();
    } else {
      wiced.console().printf("Failed connect = [%d]\n", result.code());
    }
    socket.delete();
  }
}
