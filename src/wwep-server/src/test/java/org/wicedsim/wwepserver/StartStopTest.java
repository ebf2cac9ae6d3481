package org.wicedsim.wwepserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.wicedsim.wwep.ConnectionMode;

class StartStopTest {
  private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

  /// TEST-NET-1 (RFC 5737): no machine has it.
  private static final InetAddress NOBODYS = InetAddress.ofLiteral("192.0.2.1");

  private static ServerLimits shortRetry() {
    return ServerLimits.builder().bindRetry(Duration.ofMillis(50)).build();
  }

  @Test
  void anyFreePortIsTheSameAtEveryAddress() throws Exception {
    List<InetAddress> addresses =
        List.of(LOOPBACK, InetAddress.ofLiteral("127.0.0.2"), InetAddress.ofLiteral("127.0.0.3"));
    try (ClassServer server =
        ClassServer.start(ClassServerConfig.builder().addresses(addresses).plainPort(0).build())) {
      int port = server.port(Transport.PLAIN);
      for (InetAddress address : addresses) {
        try (ServerSocket probe = new ServerSocket()) {
          assertThatExceptionOfType(BindException.class)
              .isThrownBy(() -> probe.bind(new InetSocketAddress(address, port)));
        }
      }
    }
  }

  @Test
  void portInUseIsNamedWithItsAddress() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, LOOPBACK)) {
      ClassServerConfig config =
          ClassServerConfig.builder().plainPort(other.getLocalPort()).limits(shortRetry()).build();

      assertThatExceptionOfType(BindFailedException.class)
          .isThrownBy(() -> ClassServer.start(config))
          .satisfies(it -> {
            assertThat(it.reason()).isEqualTo(BindFailedException.Reason.PORT_IN_USE);
            assertThat(it.address())
                .isEqualTo(new InetSocketAddress(LOOPBACK, other.getLocalPort()));
          })
          .withMessageContaining("127.0.0.1 port " + other.getLocalPort() + " is in use")
          .withMessageContaining("32768 to 60999");
    }
  }

  @Test
  void portInUseIsNamedOnNioToo() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, LOOPBACK)) {
      ClassServerConfig config =
          ClassServerConfig.builder().plainPort(other.getLocalPort()).limits(shortRetry()).build();

      assertThatExceptionOfType(BindFailedException.class)
          .isThrownBy(() -> ClassServer.start(config, false))
          .extracting(BindFailedException::reason)
          .isEqualTo(BindFailedException.Reason.PORT_IN_USE);
    }
  }

  // A passing client of the machine can own port 40508 for a moment.
  @Test
  void portThatIsInUseForAMomentIsTriedAgain() throws Exception {
    CompletableFuture<ClassServer> started = new CompletableFuture<>();
    int port;
    try (ServerSocket passing = new ServerSocket(0, 1, LOOPBACK)) {
      port = passing.getLocalPort();
      ClassServerConfig config =
          ClassServerConfig.builder()
              .plainPort(port)
              .limits(ServerLimits.builder().bindRetry(Duration.ofSeconds(30)).build())
              .build();
      Thread starter =
          Thread.ofPlatform()
              .start(() -> started.completeAsync(() -> startUnchecked(config), Runnable::run));
      await().until(() -> starter.getState() == Thread.State.TIMED_WAITING);
    }

    try (ClassServer server = started.join()) {
      assertThat(server.port(Transport.PLAIN)).isEqualTo(port);
    }
  }

  private static ClassServer startUnchecked(ClassServerConfig config) {
    try {
      return ClassServer.start(config);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void addressOfAnotherMachineIsNamedAndNothingStaysOpen() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, LOOPBACK)) {
      port = free.getLocalPort();
    }
    ClassServerConfig config =
        ClassServerConfig.builder().addresses(List.of(LOOPBACK, NOBODYS)).plainPort(port).build();

    assertThatExceptionOfType(BindFailedException.class)
        .isThrownBy(() -> ClassServer.start(config))
        .satisfies(it -> {
          assertThat(it.reason()).isEqualTo(BindFailedException.Reason.OTHER);
          assertThat(it.address()).isEqualTo(new InetSocketAddress(NOBODYS, port));
        });
    new ServerSocket(port, 1, LOOPBACK).close();
  }

  @Test
  void closingOneServerLeavesTheOther() throws Exception {
    try (TestServer stays = TestServer.plain(builder -> builder)) {
      TestServer.plain(builder -> builder).close();

      try (Client client = stays.connect()) {
        assertThat(client.send("W0FAC0B1234").readToEnd()).isEqualTo("A0FAC0B1234");
      }
    }
  }

  @Test
  void portCanBeHadAgainRightAfterClose() throws Exception {
    TestServer first = TestServer.plain(builder -> builder);
    int port = first.port(Transport.PLAIN);
    // The server closes first, so its end of the connection stays in TIME_WAIT.
    try (Client client = first.connect()) {
      client.send("R0FAC0B").readToEnd();
    }
    first.close();

    TestServer.start(builder -> builder.plainPort(port).limits(shortRetry())).close();
  }

  @Test
  void closedServerAcceptsNothingAndHasNoPort() throws Exception {
    TestServer server = TestServer.plain(builder -> builder);
    int port = server.port(Transport.PLAIN);
    server.close();
    server.close();

    assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> Client.plain(port));
    assertThatIllegalStateException().isThrownBy(() -> server.port(Transport.PLAIN));
  }

  @Test
  void transportThatIsNotOfferedHasNoPort() throws Exception {
    try (TestServer server = TestServer.plain(builder -> builder)) {
      assertThatIllegalStateException()
          .isThrownBy(() -> server.port(Transport.TLS))
          .withMessage("the class server is not open for TLS");
    }
  }

  @Test
  void idleConnectionsEndWhenTheServerStops() throws Exception {
    TestServer server = TestServer.plain(builder -> builder.mode(ConnectionMode.PERSISTENT));
    try (Client silent = server.connect();
        Client idle = server.connect()) {
      idle.send("W0FAC0B1234").read(11);
      server.close();

      assertThat(silent.readToEnd()).isEmpty();
      assertThat(idle.readToEnd()).isEmpty();
      assertThat(server.events).isEmpty();
    }
  }

  @Test
  void requestThatWaitsForTheStoreIsAnsweredBeforeTheServerStops() throws Exception {
    LateStore store = new LateStore();
    TestServer server =
        TestServer.plain(builder -> builder.mode(ConnectionMode.PERSISTENT).store(store));
    try (Client client = server.connect()) {
      client.send("W0FAC0B1234");
      await().until(() -> store.calls.size() == 1);
      CompletableFuture<Void> closing = CompletableFuture.runAsync(server::close);
      await().until(() -> !isListening(client));
      store.calls.getFirst().complete(0x1234);

      assertThat(client.readToEnd()).isEqualTo("A0FAC0B1234");
      closing.join();
    }
  }

  private static boolean isListening(Client client) {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(client.remoteAddress());
      return false;
    } catch (IOException _) {
      return true;
    }
  }

  @Test
  void requestUnderWayIsAnsweredBeforeTheServerStops() throws Exception {
    EmbeddedConnection connection = new EmbeddedConnection(ConnectionMode.PERSISTENT);
    connection.receive("W0FAC0B12");
    connection.stop();
    connection.receive("34W0FAC0B4321");

    assertThat(connection.sent()).isEqualTo("A0FAC0B1234");
    assertThat(connection.isSendingSideClosed()).isTrue();
  }

  @Test
  void storeThatNeverAnswersDoesNotHoldUpAStop() throws Exception {
    LateStore store = new LateStore();
    TestServer server =
        TestServer.plain(builder ->
            builder
                .store(store)
                .limits(ServerLimits.builder().stop(Duration.ofMillis(100)).build()));
    try (Client client = server.connect()) {
      client.send("W0FAC0B1234");
      await().until(() -> store.calls.size() == 1);
      server.close();

      assertThat(client.readToEnd()).isEmpty();
      store.calls.getFirst().complete(0x1234);
    }
  }

  @Test
  void serverCannotBeClosedOnItsOwnThreads() throws Exception {
    AtomicReference<TestServer> server = new AtomicReference<>();
    server.set(TestServer.plain(builder -> builder.transactions(_ -> server.get().close())));
    try (Client client = server.get().connect()) {
      assertThat(client.send("W0FAC0B1234").readToEnd()).isEqualTo("A0FAC0B1234");
      assertThat(server.get().events)
          .singleElement()
          .isInstanceOfSatisfying(
              ServerEvent.Defect.class,
              it -> assertThat(it.cause()).isInstanceOf(IllegalStateException.class));
    } finally {
      server.get().close();
    }
  }

  @Test
  void configurationThatListensNowhereIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ClassServerConfig.builder().build())
        .withMessageContaining("plain port, a TLS port, or both");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ClassServerConfig.builder().plainPort(0).addresses(List.of()).build())
        .withMessageContaining("address");
  }

  @Test
  void portOutOfRangeIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ClassServerConfig.builder().plainPort(65_536).build())
        .withMessage("port 65536 is outside 0 to 65535");
  }
}
