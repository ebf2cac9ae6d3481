package org.wicedsim.firmware;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Optional;
import org.wicedsim.wiced.Firmware;
import org.wicedsim.wiced.Interface;
import org.wicedsim.wiced.TcpSocket;
import org.wicedsim.wiced.TcpStream;
import org.wicedsim.wiced.TlsIdentity;
import org.wicedsim.wiced.Wiced;
import org.wicedsim.wiced.WicedMutex;
import org.wicedsim.wiced.WicedResult;

/// Exercise 07: a server for both ways at once (SPEC 4).
///
/// Each way has a socket and a thread of its own, so that no client of one waits for those of the
/// other. They share the registers, which a mutex guards: a linked list that two threads change at
/// once breaks.
public final class Exercise07DualServer implements Firmware {
  private static final int PLAIN_PORT = 27_708;
  private static final int TLS_PORT = 40_508;
  private static final int THREAD_PRIORITY = 10;
  private static final int THREAD_STACK_OCTETS = 10_000;

  @Override
  public void applicationStart(Wiced wiced) {
    wiced.init();
    Optional<TlsIdentity> identity = Exercise05SecureServer.identity(wiced);
    if (identity.isEmpty() || !Exercise04Server.networkUp(wiced)) {
      return;
    }
    TcpSocket plain = wiced.tcp().createSocket(Interface.AP);
    TcpSocket sealed = wiced.tcp().createSocket(Interface.AP);
    sealed.enableTls(wiced.tls().initContext(identity.get(), null));
    Registers registers = new Registers(wiced);
    wiced
        .rtos()
        .createThread(
            THREAD_PRIORITY,
            "plain server",
            THREAD_STACK_OCTETS,
            () -> serve(wiced, plain, PLAIN_PORT, "plain", registers));
    wiced
        .rtos()
        .createThread(
            THREAD_PRIORITY,
            "TLS server",
            THREAD_STACK_OCTETS,
            () -> serve(wiced, sealed, TLS_PORT, "TLS", registers));
  }

  private static void serve(
      Wiced wiced, TcpSocket socket, int port, String way, Registers registers) {
    WicedResult listening = socket.listen(port);
    if (!listening.isSuccess()) {
      wiced.console().printf("Failed listen = [%d]\n", listening.code());
      socket.delete();
      return;
    }
    wiced.console().printf("Listening on port %d\n", port);
    while (true) {
      if (socket.accept().isSuccess()) {
        TcpStream stream = wiced.tcp().streamInit(socket);
        String request = RequestReader.read(stream);
        if (!request.isEmpty()) {
          Transaction done = registers.transact(request);
          stream.write(done.answer().getBytes(ISO_8859_1));
          stream.flush();
          Exercise04Server.tell(wiced, done.number(), socket, way, request, done.answer());
        }
        stream.deinit();
        socket.disconnect();
      }
    }
  }

  /// What was answered, and which transaction that was.
  private record Transaction(int number, String answer) {}

  /// What both threads share: the registers, and the number of the last transaction.
  private static final class Registers {
    private final WicedMutex mutex;
    private final RegisterDatabase database = new RegisterDatabase();
    private int transactions;

    Registers(Wiced wiced) {
      mutex = wiced.rtos().initMutex();
    }

    Transaction transact(String request) {
      mutex.lock();
      try {
        transactions++;
        return new Transaction(transactions, database.answer(request));
      } finally {
        mutex.unlock();
      }
    }
  }
}
