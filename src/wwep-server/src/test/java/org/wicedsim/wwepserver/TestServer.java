package org.wicedsim.wwepserver;

import io.netty.channel.epoll.Epoll;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/// A class server on a free port of loopback, with what it told its listeners.
final class TestServer implements AutoCloseable {
  final List<Transaction> transactions = Collections.synchronizedList(new ArrayList<>());
  final List<ServerEvent> events = new CopyOnWriteArrayList<>();
  private final ClassServer server;

  private TestServer(UnaryOperator<ClassServerConfig.Builder> settings, boolean epoll)
      throws Exception {
    ClassServerConfig.Builder builder =
        ClassServerConfig.builder().transactions(transactions::add).events(events::add);
    server = ClassServer.start(settings.apply(builder).build(), epoll);
  }

  static TestServer start(UnaryOperator<ClassServerConfig.Builder> settings) throws Exception {
    return new TestServer(settings, Epoll.isAvailable());
  }

  static TestServer startOnNio(UnaryOperator<ClassServerConfig.Builder> settings) throws Exception {
    return new TestServer(settings, false);
  }

  static TestServer plain(UnaryOperator<ClassServerConfig.Builder> settings) throws Exception {
    return start(builder -> settings.apply(builder.plainPort(0)));
  }

  int port(Transport transport) {
    return server.port(transport);
  }

  Client connect() throws Exception {
    return Client.plain(port(Transport.PLAIN));
  }

  @Override
  public void close() {
    server.close();
  }
}
