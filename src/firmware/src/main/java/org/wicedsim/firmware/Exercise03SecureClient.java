package org.wicedsim.firmware;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.function.Function;
import org.wicedsim.hal.Ipv4Address;
import org.wicedsim.wiced.Firmware;
import org.wicedsim.wiced.Interface;
import org.wicedsim.wiced.NetworkConfig;
import org.wicedsim.wiced.Tcp;
import org.wicedsim.wiced.TcpSocket;
import org.wicedsim.wiced.TcpStream;
import org.wicedsim.wiced.TlsContext;
import org.wicedsim.wiced.Wiced;
import org.wicedsim.wiced.WicedResult;

/// Exercise 03: exercise 02 over TLS (SPEC 4).
///
/// The server is verified by a root certificate. A board can keep that in three places, and each
/// has its variant: [#fromResources()] and [#fromArray(String)].
public final class Exercise03SecureClient implements Firmware {
  private static final int LEGAL_BUTTON = 1;
  private static final int ILLEGAL_BUTTON = 2;
  private static final int LED = 1;
  private static final int SERVER_PORT = 40_508;
  private static final String ROOT_CERTIFICATE = "certificates/wwep_cert.pem";
  private static final long CONNECT_TIMEOUT_MS = 2_000;
  private static final int THREAD_PRIORITY = 10;
  private static final int THREAD_STACK_OCTETS = 6_200;

  private final Function<Wiced, byte[]> rootCertificate;

  private Exercise03SecureClient(Function<Wiced, byte[]> rootCertificate) {
    this.rootCertificate = rootCertificate;
  }

  /// The certificate lies in the DCT, which has one slot for it.
  public static Exercise03SecureClient fromDct() {
    return new Exercise03SecureClient(wiced -> wiced.dct().certificate().getBytes(US_ASCII));
  }

  /// The certificate lies in the resources file system: one file among many, read by its path.
  public static Exercise03SecureClient fromResources() {
    return new Exercise03SecureClient(wiced ->
        wiced
            .resources()
            .find(ROOT_CERTIFICATE)
            .map(resource -> resource.data().toBytes())
            .orElse(new byte[0]));
  }

  /// The certificate is a text in the source, as a character array is in C.
  ///
  /// @param pem what stands in the source; every installation has a certificate of its own, so this
  ///   program cannot have one written into it
  public static Exercise03SecureClient fromArray(String pem) {
    return new Exercise03SecureClient(_ -> pem.getBytes(US_ASCII));
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
    wiced
        .rtos()
        .createThread(THREAD_PRIORITY, "client", THREAD_STACK_OCTETS, () -> run(wiced, presses));
    presses.listenTo(LEGAL_BUTTON);
    presses.listenTo(ILLEGAL_BUTTON);
  }

  private void run(Wiced wiced, Presses presses) {
    int device = wiced.macAddress().deviceId();
    Ipv4Address server = Exercise01Client.lookUp(wiced);
    boolean lit = false;
    while (true) {
      if (presses.await() == LEGAL_BUTTON) {
        lit = !lit;
        wiced.gpio().ledSetState(LED, lit);
        exchange(wiced, server, "W%04X05%04X".formatted(device, lit ? 1 : 0));
      } else {
        exchange(wiced, server, "W%04X05".formatted(device));
      }
    }
  }

  private void exchange(Wiced wiced, Ipv4Address server, String request) {
    byte[] root = rootCertificate.apply(wiced);
    // No root certificate means no verification, which nobody would notice: so there is no
    // connection.
    if (root.length == 0 || !wiced.tls().initRootCaCertificates(root).isSuccess()) {
      wiced
          .console()
          .printf("No root certificate to verify %s with\n", Exercise01Client.SERVER_NAME);
      return;
    }
    TcpSocket socket = wiced.tcp().createSocket(Interface.STA);
    socket.bind(Tcp.ANY_PORT);
    TlsContext context = wiced.tls().initContext(Exercise01Client.SERVER_NAME);
    socket.enableTls(context);
    // The handshake is part of it; from here on, nothing differs from plain TCP.
    WicedResult result = socket.connect(server, SERVER_PORT, CONNECT_TIMEOUT_MS);
    if (result.isSuccess()) {
      wiced.console().printf("Sending %s\n", request);
      TcpStream stream = wiced.tcp().streamInit(socket);
      stream.write(request.getBytes(US_ASCII));
      stream.flush();
      Exercise02CheckedClient.readAnswer(wiced, stream, request);
      stream.deinit();
    } else {
      wiced.console().printf("Failed connect = [%d]\n", result.code());
    }
    // The socket first: without its context it could not tell the server that this was all.
    socket.delete();
    context.deinit();
  }
}
