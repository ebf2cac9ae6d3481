package org.wicedsim.firmware;

import org.wicedsim.hal.Ipv4Address;
import org.wicedsim.wiced.Firmware;
import org.wicedsim.wiced.Interface;
import org.wicedsim.wiced.NetworkConfig;
import org.wicedsim.wiced.Wiced;
import org.wicedsim.wiced.WicedResult;

/// The LED client (SPEC 4, exercises 01 to 03): each press of button 1 flips LED 1 and tells the
/// class server, on a connection of its own, plain or over TLS.
///
/// What it does between two presses is drawn at [LedClientState]. Presses meanwhile are counted,
/// and served in order.
public final class LedClient implements Firmware {
  /// Where the client finds the class server's certificate (SPEC 2.8).
  public static final String ROOT_CERTIFICATE = "certificates/wwep_cert.pem";

  static final int LED = 1;
  static final int BUTTON = 1;
  static final String SERVER_NAME = "wwep.ww101.cypress.com";

  /// Where the server is when its name does not resolve: real firmware had the address built in.
  static final Ipv4Address SERVER_ADDRESS = Ipv4Address.of(198, 51, 100, 3);

  private static final int THREAD_PRIORITY = 10;
  private static final int THREAD_STACK_OCTETS = 10_000;

  private final boolean tls;

  private LedClient(boolean tls) {
    this.tls = tls;
  }

  /// The client that speaks plain TCP.
  public static LedClient plain() {
    return new LedClient(false);
  }

  /// The client that speaks TLS, and verifies the server by [#ROOT_CERTIFICATE].
  public static LedClient overTls() {
    return new LedClient(true);
  }

  @Override
  public void applicationStart(Wiced wiced) {
    wiced.init();
    wiced.gpio().ledSetState(LED, false);
    WicedResult up = wiced.network().up(Interface.STA, NetworkConfig.EXTERNAL_DHCP_SERVER);
    if (!up.isSuccess()) {
      wiced.console().printf("Failed network up = [%d]\n", up.code());
      return;
    }
    Presses presses = new Presses(wiced);
    LedClientLoop loop = new LedClientLoop(wiced, tls, presses);
    wiced.rtos().createThread(THREAD_PRIORITY, "led client", THREAD_STACK_OCTETS, loop::run);
    presses.listenTo(BUTTON);
  }
}
