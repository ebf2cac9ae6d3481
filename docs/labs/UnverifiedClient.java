import static java.nio.charset.StandardCharsets.US_ASCII;

import org.wicedsim.hal.Ipv4Address;
import org.wicedsim.wiced.Firmware;
import org.wicedsim.wiced.Interface;
import org.wicedsim.wiced.IrqTrigger;
import org.wicedsim.wiced.NetworkConfig;
import org.wicedsim.wiced.Rtos;
import org.wicedsim.wiced.Tcp;
import org.wicedsim.wiced.TcpSocket;
import org.wicedsim.wiced.TcpStream;
import org.wicedsim.wiced.TlsContext;
import org.wicedsim.wiced.Wiced;
import org.wicedsim.wiced.WicedResult;
import org.wicedsim.wiced.WicedSemaphore;

/// A TLS client with one line missing: it sets no root CA, so it believes whoever answers.
///
/// Each press of button 1 writes 0001 into register 05 of the board's device. The lab in
/// man-in-the-middle.md runs it, and asks you to add the line.
public final class UnverifiedClient implements Firmware {
  private static final Ipv4Address SERVER = Ipv4Address.of(198, 51, 100, 3);
  private static final String SERVER_NAME = "wwep.ww101.cypress.com";
  private static final int TLS_PORT = 40_508;
  private static final int BUTTON = 1;
  private static final int PRIORITY = 10;
  private static final int STACK_OCTETS = 10_000;
  private static final long TIMEOUT_MS = 5_000;
  private static final int ANSWER_OCTETS = 11;

  @Override
  public void applicationStart(Wiced wiced) {
    wiced.init();
    wiced.network().up(Interface.STA, NetworkConfig.EXTERNAL_DHCP_SERVER);
    // Here a good client calls wiced.tls().initRootCaCertificates(...).
    WicedSemaphore presses = wiced.rtos().initSemaphore();
    wiced
        .rtos()
        .createThread(
            PRIORITY,
            "client",
            STACK_OCTETS,
            () -> {
              while (true) {
                presses.get(Rtos.NEVER_TIMEOUT);
                send(wiced);
              }
            });
    wiced
        .gpio()
        .inputIrqEnable(wiced.gpio().button(BUTTON), IrqTrigger.FALLING_EDGE, presses::set);
  }

  private static void send(Wiced wiced) {
    TlsContext context = wiced.tls().initContext(SERVER_NAME);
    TcpSocket socket = wiced.tcp().createSocket(Interface.STA);
    socket.bind(Tcp.ANY_PORT);
    socket.enableTls(context);
    WicedResult connected = socket.connect(SERVER, TLS_PORT, TIMEOUT_MS);
    if (connected.isSuccess()) {
      String request = "W%04X050001".formatted(wiced.macAddress().deviceId());
      TcpStream stream = wiced.tcp().streamInit(socket);
      stream.write(request.getBytes(US_ASCII));
      stream.flush();
      byte[] answer = new byte[ANSWER_OCTETS];
      stream.read(answer, TIMEOUT_MS);
      wiced.console().printf("%s -> %s\n", request, new String(answer, US_ASCII));
      stream.deinit();
    } else {
      wiced.console().printf("Failed connect = [%d]\n", connected.code());
    }
    socket.delete();
    context.deinit();
  }
}
