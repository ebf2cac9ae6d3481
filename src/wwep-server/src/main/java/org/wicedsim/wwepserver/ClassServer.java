package org.wicedsim.wwepserver;

import io.netty.channel.epoll.Epoll;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The class server: WWEP over TCP and TLS, both at once where configured (SPEC 1).
///
/// It runs on threads of its own, which do not keep the program alive. All methods may be called
/// from any thread but the server's own, which listeners and stores are called on.
public final class ClassServer implements AutoCloseable {
  private final ClassServerConfig config;
  private final EventLoops loops;
  private final ConnectionCount count;
  private @Nullable Listeners plain;
  private @Nullable Listeners tls;
  private boolean closed;

  private ClassServer(ClassServerConfig config, boolean epoll) {
    this.config = config;
    loops = new EventLoops(config.limits(), epoll);
    count = new ConnectionCount(config.limits());
  }

  /// Starts a server; when this returns, it accepts connections at every address and port.
  ///
  /// Throws [BindFailedException] for the first address that cannot be had, after nothing is left
  /// open; a port in use is tried again for [ServerLimits#bindRetry()].
  public static ClassServer start(ClassServerConfig config)
      throws BindFailedException, InterruptedIOException {
    return start(config, Epoll.isAvailable());
  }

  static ClassServer start(ClassServerConfig config, boolean epoll)
      throws BindFailedException, InterruptedIOException {
    TlsContext tlsContext =
        config.tls() == null ? null : new TlsContext(config.tls(), config.limits());
    ClassServer server = new ClassServer(config, epoll);
    try {
      server.open(tlsContext);
      return server;
    } catch (BindFailedException e) {
      server.close();
      throw e;
    } catch (InterruptedException _) {
      server.close();
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while the class server started");
    }
  }

  private void open(@Nullable TlsContext tlsContext)
      throws BindFailedException, InterruptedException {
    TransactionLog log =
        config.transactions() == null
            ? null
            : new TransactionLog(config.transactions(), config.events());
    Service service =
        new Service(config.mode(), config.limits(), config.store(), log, config.events());
    if (config.plainPort() != null) {
      plain = listen(service, config.plainPort(), null);
    }
    if (config.tls() != null) {
      tls = listen(service, config.tls().port(), tlsContext);
    }
  }

  private Listeners listen(Service service, int port, @Nullable TlsContext tlsContext)
      throws BindFailedException, InterruptedException {
    return Listeners.open(
        loops,
        config.limits(),
        config.addresses(),
        port,
        () -> new Acceptor(service, loops, count, tlsContext));
  }

  /// The port that is really open for a transport, also where the configuration asked for any.
  /// Throws [IllegalStateException] where the server does not offer it or is closed.
  public synchronized int port(Transport transport) {
    Listeners listeners =
        switch (transport) {
          case PLAIN -> plain;
          case TLS -> tls;
        };
    if (closed || listeners == null) {
      throw new IllegalStateException("the class server is not open for " + transport);
    }
    return listeners.port();
  }

  /// Stops the server: it accepts no more, answers the requests under way, closes every connection
  /// and ends its threads. Waits for that, at most for [ServerLimits#stop()] and a little more;
  /// whatever is open then is cut off. A second call waits for the first and does nothing.
  @Override
  public synchronized void close() {
    if (loops.runsThisThread()) {
      throw new IllegalStateException("the class server cannot be closed on its own threads");
    }
    if (closed) {
      return;
    }
    closed = true;
    for (Listeners listeners : openListeners()) {
      listeners.close();
    }
    loops.all().forEach(loop -> loop.executor().execute(loop::stopConnections));
    try {
      count.awaitNone(config.limits().stop());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    loops.stop();
  }

  private List<Listeners> openListeners() {
    List<Listeners> open = new ArrayList<>();
    if (plain != null) {
      open.add(plain);
    }
    if (tls != null) {
      open.add(tls);
    }
    return open;
  }
}
