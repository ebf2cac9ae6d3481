package org.wicedsim.wwepserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.wicedsim.wwep.ConnectionMode;

class LimitsTest {
  private static TestServer persistent(ServerLimits.Builder limits) throws Exception {
    return TestServer.plain(
        builder -> builder.mode(ConnectionMode.PERSISTENT).limits(limits.build()));
  }

  private static void exchange(Client client) throws IOException {
    assertThat(client.send("W0FAC0B1234").read(11)).isEqualTo("A0FAC0B1234");
  }

  private static List<Limit> limitsReached(TestServer server) {
    return server.events.stream()
        .map(ServerEvent.LimitReached.class::cast)
        .map(ServerEvent.LimitReached::limit)
        .toList();
  }

  @Test
  void connectionBeyondTheTotalIsClosedAtOnceAndTheOthersStay() throws Exception {
    try (TestServer server = persistent(ServerLimits.builder().connections(2));
        Client first = server.connect();
        Client second = server.connect();
        Client third = server.connect()) {
      assertThat(third.readToEnd()).isEmpty();
      assertThat(limitsReached(server)).containsExactly(Limit.CONNECTIONS);
      exchange(first);
      exchange(second);
    }
  }

  @Test
  void connectionThatEndsMakesRoomForAnother() throws Exception {
    try (TestServer server = persistent(ServerLimits.builder().connections(1))) {
      for (int i = 0; i < 10; i++) {
        await()
            .ignoreExceptions()
            .untilAsserted(() -> {
              try (Client client = server.connect()) {
                exchange(client);
              }
            });
      }
    }
  }

  @Test
  void connectionBeyondTheLimitOfItsAddressIsClosedAndOtherAddressesAreServed() throws Exception {
    try (TestServer server = persistent(ServerLimits.builder().connectionsPerAddress(1));
        Client first = Client.plainFrom("127.0.0.2", server.port(Transport.PLAIN));
        Client second = Client.plainFrom("127.0.0.2", server.port(Transport.PLAIN));
        Client other = Client.plainFrom("127.0.0.3", server.port(Transport.PLAIN))) {
      assertThat(second.readToEnd()).isEmpty();
      assertThat(server.events)
          .containsExactly(
              new ServerEvent.LimitReached(
                  new Peer(second.localAddress(), Transport.PLAIN), Limit.CONNECTIONS_PER_ADDRESS));
      exchange(first);
      exchange(other);
    }
  }

  @Test
  void thousandConnectionsAtOnceAreAllAnswered() throws Exception {
    List<Client> clients = new ArrayList<>();
    try (TestServer server = TestServer.plain(builder -> builder)) {
      for (int i = 0; i < 1_000; i++) {
        clients.add(server.connect());
      }
      for (int i = 0; i < 1_000; i++) {
        clients.get(i).send("W%04X0B1234".formatted(i));
      }
      for (int i = 0; i < 1_000; i++) {
        assertThat(clients.get(i).readToEnd()).isEqualTo("A%04X0B1234".formatted(i));
        clients.get(i).close();
      }
    }
  }

  @Test
  void peerThatNeverReadsItsAnswersIsLeftWhileOthersAreServed() throws Exception {
    try (TestServer server = persistent(ServerLimits.builder().stalled(Duration.ofMillis(200)));
        Client glutton = Client.plainWithSmallWindow(server.port(Transport.PLAIN));
        Client healthy = server.connect()) {
      Thread sender =
          Thread.ofVirtual()
              .start(() ->
                  assertThatExceptionOfType(IOException.class)
                      .isThrownBy(() -> sendForEver(glutton)));
      await().until(() -> !server.events.isEmpty());

      assertThat(limitsReached(server)).containsExactly(Limit.STALLED);
      exchange(healthy);
      sender.join();
    }
  }

  private static void sendForEver(Client client) throws IOException {
    String requests = "W0FAC0B1234".repeat(10_000);
    while (true) {
      client.send(requests);
    }
  }

  // The same peer, but it begins to read in time: nothing is lost. More octets than the buffers of
  // both kernels take, so that the server stands still before.
  @Test
  void peerThatReadsLateGetsEveryAnswer() throws Exception {
    int count = 1_500_000;
    AtomicInteger done = new AtomicInteger();
    RegisterStore counting = countingStore(done);
    try (ClassServer server =
            ClassServer.start(
                ClassServerConfig.builder()
                    .plainPort(0)
                    .mode(ConnectionMode.PERSISTENT)
                    .store(counting)
                    .build());
        Client client = Client.plainWithSmallWindow(server.port(Transport.PLAIN))) {
      Thread sender =
          Thread.ofVirtual().start(() -> client.sendUnchecked("W0FAC0B1234".repeat(count)));
      AtomicInteger before = new AtomicInteger();
      await()
          .pollInterval(Duration.ofMillis(300))
          .until(() -> before.getAndSet(done.get()) == done.get() && done.get() > 0);
      assertThat(done).hasValueLessThan(count);

      assertThat(client.read(11 * count).equals("A0FAC0B1234".repeat(count))).isTrue();
      sender.join();
    }
  }

  private static RegisterStore countingStore(AtomicInteger writes) {
    return new RegisterStore() {
      @Override
      public int read(int device, int register, Completion later) {
        return ABSENT;
      }

      @Override
      public int write(int device, int register, int value, Completion later) {
        writes.incrementAndGet();
        return value;
      }
    };
  }

  @Test
  void idleConnectionIsClosed() throws Exception {
    try (TestServer server = persistent(ServerLimits.builder().idle(Duration.ofMillis(100)));
        Client client = server.connect()) {
      exchange(client);

      assertThat(client.readToEnd()).isEmpty();
      assertThat(limitsReached(server)).containsExactly(Limit.IDLE);
    }
  }

  @Test
  void silentConnectionIsClosed() throws Exception {
    try (TestServer server = persistent(ServerLimits.builder().silence(Duration.ofMillis(100)));
        Client client = server.connect()) {
      assertThat(client.readToEnd()).isEmpty();
      assertThat(limitsReached(server)).containsExactly(Limit.SILENCE);
    }
  }

  @Test
  void limitThatIsNotPositiveIsRefusedByName() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ServerLimits.builder().connections(0).build())
        .withMessage("limit connections is 0 but must be at least 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ServerLimits.builder().idle(Duration.ZERO).build())
        .withMessage("limit idle is PT0S but must be longer than nothing");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ServerLimits.builder().backlogHigh(10).backlogLow(11).build())
        .withMessageContaining("backlogHigh is 10");
  }
}
