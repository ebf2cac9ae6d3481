package org.wicedsim.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wicedsim.hal.HalEvent;
import org.wicedsim.hal.Octets;
import org.wicedsim.hal.VirtualBoard;

/// The two ends of the control socket together.
class RemoteBoardTest {
  private static final Duration LIMIT = Duration.ofSeconds(Pair.LIMIT_S);

  /// Together more than the kernel keeps.
  private static final int MANY_EVENTS = 20_000;

  @Test
  void whatTheFirmwareDoesFirstIsHeard() throws Exception {
    try (Pair pair = new Pair(setup(), board -> print(board, "first"))) {
      Recorder heard = Recorder.of(pair.remote.events());

      pair.remote.switchOn();

      assertThat(heard.events()).containsExactly(new HalEvent.UartSent(Octets.of("first")));
    }
  }

  @Test
  void aSlowViewMakesTheBoardWaitAndMissesNothing() throws Exception {
    try (Pair pair = new Pair(setup())) {
      Recorder heard = new Recorder();
      CountDownLatch reads = new CountDownLatch(1);
      pair.remote
          .events()
          .subscribe(event -> {
            awaitUninterrupted(reads);
            heard.onEvent(event);
          });
      pair.remote.switchOn();
      VirtualBoard board = pair.hosted();
      Semaphore printed = new Semaphore(0);
      Thread firmware =
          Thread.ofPlatform()
              .start(() -> {
                for (int i = 0; i < MANY_EVENTS; i++) {
                  print(board, "line " + i);
                  printed.release();
                }
              });

      await().until(() -> firmware.getState() != Thread.State.NEW && isStuck(firmware));
      int before = printed.availablePermits();
      reads.countDown();
      printed.acquire(MANY_EVENTS);

      assertThat(before).isLessThan(MANY_EVENTS);
      await().atMost(LIMIT).untilAsserted(() -> assertThat(heard.events()).hasSize(MANY_EVENTS));
      assertThat(heard.events())
          .isEqualTo(
              IntStream.range(0, MANY_EVENTS)
                  .mapToObj(i -> new HalEvent.UartSent(Octets.of("line " + i)))
                  .toList());
    }
  }

  // Threads of the firmware are interrupted when the board is switched off.
  @Test
  void anInterruptedThreadOfTheFirmwareIsHeardAndHarmsNobody() throws Exception {
    try (Pair pair = new Pair(setup())) {
      Recorder heard = Recorder.of(pair.remote.events());
      pair.remote.switchOn();
      VirtualBoard board = pair.hosted();
      Thread firmware =
          Thread.ofPlatform()
              .start(() -> {
                Thread.currentThread().interrupt();
                print(board, "interrupted");
              });
      firmware.join();

      pair.remote.levers().press(1);

      assertThat(heard.events())
          .containsExactly(
              new HalEvent.UartSent(Octets.of("interrupted")), new HalEvent.ButtonContact(1, true));
    }
  }

  @Test
  void leaksAreTold() throws Exception {
    try (Pair pair = new Pair(setup())) {
      pair.remote.switchOn();

      assertThat(pair.remote.leaks()).isEqualTo(List.of(FakeBoard.LEAK));
    }
  }

  @Test
  void lastEventsAreHeardBeforeTheBoardIsOff() throws Exception {
    try (Pair pair = new Pair(setup())) {
      pair.remote.switchOn();
      VirtualBoard board = pair.hosted();
      var led = board.description().led(1);
      board.pin(led.pin()).write(led.lit());
      Recorder heard = Recorder.of(pair.remote.events());

      assertThat(pair.remote.switchOff(LIMIT)).isTrue();

      assertThat(heard.events()).contains(new HalEvent.LedLight(1, false));
      pair.remote.ended().get(Pair.LIMIT_S, TimeUnit.SECONDS);
      pair.served.get(Pair.LIMIT_S, TimeUnit.SECONDS);
    }
  }

  // Also a simulator that was killed: its socket is closed by the kernel.
  @Test
  void aBoardWithoutItsSimulatorIsOff() throws Exception {
    try (Pair pair = new Pair(setup())) {
      pair.remote.switchOn();
      VirtualBoard board = pair.hosted();

      pair.remote.close();

      pair.served.get(Pair.LIMIT_S, TimeUnit.SECONDS);
      assertThat(board.pin(board.description().led(1).pin()).mode()).isEmpty();
    }
  }

  @Test
  void aProcessThatEndsLeavesNobodyWaiting() throws Exception {
    try (Pair pair = new Pair(setup())) {
      pair.remote.switchOn();

      pair.port.close();

      pair.remote.ended().get(Pair.LIMIT_S, TimeUnit.SECONDS);
      pair.remote.levers().press(1);
      assertThat(pair.remote.levers().isPressed(1)).isFalse();
      assertThat(pair.remote.switchOff(LIMIT)).isFalse();
    }
  }

  @Test
  void aBoardThatCannotBeSaysWhy() throws Exception {
    try (Pair pair =
        new Pair(
            setup(),
            _ -> {
              throw new IllegalStateException("no such library");
            })) {
      assertThatExceptionOfType(ControlException.class)
          .isThrownBy(pair.remote::switchOn)
          .returns(ControlException.Kind.REFUSED, ControlException::kind)
          .withMessage("no such library");
      pair.served.get(Pair.LIMIT_S, TimeUnit.SECONDS);
    }
  }

  @Test
  void aProcessThatEndsInsteadOfStartingIsAnErrorOfItsOwn() throws Exception {
    try (Pair pair = new Pair(setup())) {
      pair.port.close();

      assertThatExceptionOfType(ControlException.class)
          .isThrownBy(pair.remote::switchOn)
          .returns(ControlException.Kind.NO_ANSWER, ControlException::kind);
    }
  }

  @Test
  void aProcessThatDoesNotAnswerIsToldOfOnceAndPullsTheLeversLater() throws Exception {
    CountDownLatch goesOn = new CountDownLatch(1);
    try (Pair pair = new Pair(setup())) {
      Recorder heard = Recorder.of(pair.remote.events());
      pair.remote.switchOn();
      pair.hosted()
          .events()
          .subscribe(event -> {
            if (event.event() instanceof HalEvent.UartTyped) {
              awaitUninterrupted(goesOn);
            }
          });

      pair.remote.levers().type(Octets.of("x"));
      pair.remote.levers().press(1);
      List<String> codes =
          heard.events().stream()
              .filter(HalEvent.Diagnostic.class::isInstance)
              .map(event -> ((HalEvent.Diagnostic) event).code())
              .toList();
      goesOn.countDown();

      assertThat(codes).containsExactly("board-silent");
      await()
          .untilAsserted(
              () -> assertThat(heard.events()).contains(new HalEvent.ButtonContact(1, true)));
    }
  }

  @Test
  void theSocketIsItsOwnersAloneAndGoneAtTheEnd() throws Exception {
    Path folder;
    try (ControlSocket socket = ControlSocket.open()) {
      folder = socket.folder();
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
          .isEqualTo("rwx------");
      Files.writeString(folder.resolve("report"), "x");
    }

    assertThat(folder).doesNotExist();
  }

  @Test
  void whoWaitsForAProcessThatNeverComesCanBeTold() throws Exception {
    try (ControlSocket socket = ControlSocket.open()) {
      CompletableFuture<Throwable> waiting =
          CompletableFuture.supplyAsync(() -> failureOfAccept(socket));

      socket.stopListening();

      assertThat(waiting.get(Pair.LIMIT_S, TimeUnit.SECONDS))
          .isInstanceOf(java.nio.channels.ClosedChannelException.class);
    }
  }

  private static BoardSetup setup() throws Exception {
    BoardSetup setup = SetupJsonTest.setup(null);
    return new BoardSetup(
        setup.board(), System.nanoTime(), setup.lan(), setup.resources(), null, "{}");
  }

  private static void print(VirtualBoard board, String text) {
    board.uart().transmit(Octets.of(text));
  }

  /// Runnable in its selector's native wait looks like running: its stack tells.
  private static boolean isStuck(Thread thread) {
    return List.of(thread.getStackTrace()).stream()
        .anyMatch(frame -> frame.getMethodName().equals("select"));
  }

  private static Throwable failureOfAccept(ControlSocket socket) {
    try {
      RemoteBoard _ = socket.accept(setup());
      return new AssertionError("a board was accepted");
    } catch (Exception e) {
      return e;
    }
  }

  private static void awaitUninterrupted(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
