package org.wicedsim.firmware;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wicedsim.hal.Ipv4Address;
import org.wicedsim.hal.Resource;
import org.wicedsim.wiced.Firmware;
import org.wicedsim.wiced.Interface;
import org.wicedsim.wiced.NetworkConfig;
import org.wicedsim.wiced.Tcp;
import org.wicedsim.wiced.TcpSocket;
import org.wicedsim.wiced.TcpStream;
import org.wicedsim.wiced.TlsContext;
import org.wicedsim.wiced.Wiced;
import org.wicedsim.wiced.WicedResult;

/// Exercise 06: a client that speaks both ways (SPEC 4).
///
/// Each press flips the LED and sends its state: button 1 plain, button 2 over TLS. A socket with a
/// TLS context seals what it sends, one without does not; all the rest is the same code.
public final class Exercise06DualClient implements Firmware {
  private static final int PLAIN_BUTTON = 1;
  private static final int TLS_BUTTON = 2;
  private static final int LED = 1;
  private static final int PLAIN_PORT = 27_708;
  private static final int TLS_PORT = 40_508;
  private static final String ROOT_CERTIFICATE = "certificates/wwep_cert.pem";
  private static final long CONNECT_TIMEOUT_MS = 2_000;
  private static final int THREAD_PRIORITY = 10;
  private static final int THREAD_STACK_OCTETS = 6_200;

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
    wiced
        .rtos()
        .createThread(THREAD_PRIORITY, "client", THREAD_STACK_OCTETS, () -> run(wiced, presses));
    presses.listenTo(PLAIN_BUTTON);
    presses.listenTo(TLS_BUTTON);
  }

  private static void run(Wiced wiced, Presses presses) {
    int device = wiced.macAddress().deviceId();
    Ipv4Address server = Exercise01Client.lookUp(wiced);
    boolean verifiable = trustServer(wiced);
    boolean lit = false;
    while (true) {
      boolean tls = presses.await() == TLS_BUTTON;
      lit = !lit;
      wiced.gpio().ledSetState(LED, lit);
      String request = "W%04X05%04X".formatted(device, lit ? 1 : 0);
      if (!tls) {
        exchange(wiced, server, PLAIN_PORT, request, null);
      } else if (verifiable) {
        TlsContext context = wiced.tls().initContext(Exercise01Client.SERVER_NAME);
        exchange(wiced, server, TLS_PORT, request, context);
        context.deinit();
      } else {
        wiced
            .console()
            .printf("No root certificate to verify %s with\n", Exercise01Client.SERVER_NAME);
      }
    }
  }

  /// The root certificate holds for the whole board, and for every connection until it is replaced.
  private static boolean trustServer(Wiced wiced) {
    Optional<Resource> root = wiced.resources().find(ROOT_CERTIFICATE);
    return root.isPresent()
        // An empty one changes nothing, and is a success.
        && root.get().data().length() > 0
        && wiced.tls().initRootCaCertificates(root.get().data().toBytes()).isSuccess();
  }

  private static void exchange(
      Wiced wiced, Ipv4Address server, int port, String request, @Nullable TlsContext context) {
    TcpSocket socket = wiced.tcp().createSocket(Interface.STA);
    socket.bind(Tcp.ANY_PORT);
    if (context != null) {
      socket.enableTls(context);
    }
    WicedResult result = socket.connect(server, port, CONNECT_TIMEOUT_MS);
    if (result.isSuccess()) {
      wiced.console().printf("Sending %s to port %d\n", request, port);
      TcpStream stream = wiced.tcp().streamInit(socket);
      stream.write(request.getBytes(US_ASCII));
      stream.flush();
      Exercise02CheckedClient.readAnswer(wiced, stream, request);
      stream.deinit();
    } else {
      wiced.console().printf("Failed connect = [%d]\n", result.code());
    }
    socket.delete();
  }
}
