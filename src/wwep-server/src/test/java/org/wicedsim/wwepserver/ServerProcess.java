package org.wicedsim.wwepserver;

import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import org.wicedsim.wwep.ConnectionMode;

/// A plain class server as a program of its own, for measurements and for limits of a process:
/// `ServerProcess PORT one_shot|persistent`. Prints the port, then its events, until it is killed.
final class ServerProcess {
  private ServerProcess() {}

  public static void main(String[] args) throws Exception {
    ClassServer server =
        ClassServer.start(
            ClassServerConfig.builder()
                .plainPort(Integer.parseInt(args[0]))
                .mode(ConnectionMode.valueOf(args[1].toUpperCase(Locale.ROOT)))
                .events(System.out::println)
                .build());
    System.out.println(server.port(Transport.PLAIN));
    new CountDownLatch(1).await();
  }
}
