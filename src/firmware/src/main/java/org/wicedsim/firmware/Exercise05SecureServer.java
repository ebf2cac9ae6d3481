package org.wicedsim.firmware;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Optional;
import org.wicedsim.hal.Resource;
import org.wicedsim.wiced.Firmware;
import org.wicedsim.wiced.Interface;
import org.wicedsim.wiced.TcpSocket;
import org.wicedsim.wiced.TcpStream;
import org.wicedsim.wiced.TlsIdentity;
import org.wicedsim.wiced.Wiced;
import org.wicedsim.wiced.WicedResult;

/// Exercise 05: exercise 04 over TLS (SPEC 4).
///
/// The server proves who it is with a certificate and its private key, both from the resources. The
/// handshake is part of accepting a client; behind it, nothing differs from exercise 04.
public final class Exercise05SecureServer implements Firmware {
  private static final int PORT = 40_508;
  private static final String CERTIFICATE = "certificates/wwep_cert.pem";
  private static final String PRIVATE_KEY = "certificates/wwep_privkey.pem";
  private static final int THREAD_PRIORITY = 10;
  private static final int THREAD_STACK_OCTETS = 10_000;

  @Override
  public void applicationStart(Wiced wiced) {
    wiced.init();
    Optional<TlsIdentity> identity = identity(wiced);
    if (identity.isPresent() && Exercise04Server.networkUp(wiced)) {
      wiced
          .rtos()
          .createThread(
              THREAD_PRIORITY, "server", THREAD_STACK_OCTETS, () -> serve(wiced, identity.get()));
    }
  }

  /// Who the server is; one identity serves every connection.
  static Optional<TlsIdentity> identity(Wiced wiced) {
    Optional<Resource> certificate = wiced.resources().find(CERTIFICATE);
    Optional<Resource> privateKey = wiced.resources().find(PRIVATE_KEY);
    if (certificate.isEmpty() || privateKey.isEmpty()) {
      wiced.console().printf("No resources %s and %s\n", CERTIFICATE, PRIVATE_KEY);
      return Optional.empty();
    }
    TlsIdentity identity =
        wiced
            .tls()
            .initIdentity(privateKey.get().data().toBytes(), certificate.get().data().toBytes());
    if (!identity.result().isSuccess()) {
      wiced.console().printf("Failed TLS identity = [%d]\n", identity.result().code());
      return Optional.empty();
    }
    return Optional.of(identity);
  }

  private static void serve(Wiced wiced, TlsIdentity identity) {
    TcpSocket socket = wiced.tcp().createSocket(Interface.AP);
    WicedResult listening = socket.listen(PORT);
    if (!listening.isSuccess()) {
      wiced.console().printf("Failed listen = [%d]\n", listening.code());
      socket.delete();
      identity.deinit();
      return;
    }
    wiced.console().printf("Listening on port %d\n", PORT);
    RegisterDatabase database = new RegisterDatabase();
    socket.enableTls(wiced.tls().initContext(identity, null));
    int transactions = 0;
    while (true) {
      // A client that refuses the certificate is no success either: the next one, please.
      if (socket.accept().isSuccess()) {
        TcpStream stream = wiced.tcp().streamInit(socket);
        String request = RequestReader.read(stream);
        if (!request.isEmpty()) {
          String answer = database.answer(request);
          stream.write(answer.getBytes(ISO_8859_1));
          stream.flush();
          transactions++;
          Exercise04Server.tell(wiced, transactions, socket, "TLS", request, answer);
        }
        stream.deinit();
        socket.disconnect();
      }
    }
  }
}
