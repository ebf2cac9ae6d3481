package org.wicedsim.wwepserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wicedsim.wwep.ConnectionMode;

/// A store that answers at once or later, from several threads of its own, as a durable or a remote
/// one would; order and completeness are the server's.
class LateStoreThreadsTest {
  private final ExecutorService threads =
      Executors.newFixedThreadPool(3, Thread.ofPlatform().daemon().factory());

  @AfterEach
  void stopThreads() {
    threads.shutdownNow();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void answersAreCompleteAndInOrder(long seed) throws Exception {
    Random random = new Random(seed);
    MemoryRegisterStore memory = new MemoryRegisterStore();
    RegisterStore store =
        new RegisterStore() {
          @Override
          public int read(int device, int register, Completion later) {
            return perhapsLater(memory.read(device, register, later), later);
          }

          @Override
          public int write(int device, int register, int value, Completion later) {
            return perhapsLater(memory.write(device, register, value, later), later);
          }

          private int perhapsLater(int outcome, Completion later) {
            if (random.nextInt(3) == 0) {
              return outcome;
            }
            threads.execute(() -> later.complete(outcome));
            return LATER;
          }
        };
    StringBuilder requests = new StringBuilder();
    StringBuilder answers = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      String write = "%06X%04X".formatted(i, 0xFFFF - i);
      requests.append('W').append(write).append('R').append(write, 0, 6);
      answers.append(('A' + write).repeat(2));
    }
    try (TestServer server =
            TestServer.plain(builder -> builder.mode(ConnectionMode.PERSISTENT).store(store));
        Client client = server.connect()) {
      Thread sender = Thread.ofVirtual().start(() -> client.sendUnchecked(requests.toString()));

      assertThat(client.read(answers.length())).isEqualTo(answers.toString());
      sender.join();
    }
  }
}
