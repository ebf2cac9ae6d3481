package org.wicedsim.wiced;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.wicedsim.hal.ManualClock;
import org.wicedsim.wiced.testing.Bench;
import org.wicedsim.wiced.testing.FullListener;
import org.wicedsim.wiced.testing.Peer;
import org.wicedsim.wiced.testing.TestBoard;

/// A board that is switched off takes its threads along, wherever they wait. Its clock stands still
/// here: nothing but the power ends a wait.
class PowerOffTest {
  private static final int PORT = 27_708;

  @RegisterExtension final Bench bench = new Bench();

  private final ManualClock clock = new ManualClock();
  private final AtomicBoolean cameBack = new AtomicBoolean();

  /// A call that does not return before its board is off.
  interface BlockingCall {
    void make(Wiced wiced, TcpSocket connected);
  }

  static Stream<Arguments> blockingCalls() {
    return Stream.of(
        call("semaphore", (wiced, _) -> wiced.rtos().initSemaphore().get(Rtos.NEVER_TIMEOUT)),
        call("semaphore with a time-out", (wiced, _) -> wiced.rtos().initSemaphore().get(1_000)),
        call("delay", (wiced, _) -> wiced.rtos().delayMilliseconds(1_000)),
        call(
            "join",
            (wiced, _) ->
                wiced
                    .rtos()
                    .createThread(9, "sleeper", 6_200, () -> wiced.rtos().delayMilliseconds(60_000))
                    .join()),
        call("read", (wiced, socket) -> wiced.tcp().streamInit(socket).read(new byte[1], 1_000)),
        call("disconnect", (_, socket) -> socket.disconnect()),
        call("delete", (_, socket) -> socket.delete()),
        call(
            "bind of a port that is taken",
            (wiced, _) -> {
              wiced.tcp().createSocket(Interface.STA).bind(5_000);
              wiced.tcp().createSocket(Interface.STA).bind(5_000);
            }),
        call(
            "write to a peer that does not read",
            (wiced, socket) -> {
              TcpStream stream = wiced.tcp().streamInit(socket);
              while (stream.write(new byte[65_536]).isSuccess()) {
                // Until the peer's window and all buffers are full.
              }
            }),
        call(
            "TLS handshake",
            (wiced, _) -> {
              TcpSocket sealed = wiced.tcp().createSocket(Interface.STA);
              sealed.enableTls(wiced.tls().initContext(null));
              sealed.connect(Bench.SERVER, PORT, 1_000);
            }));
  }

  private static Arguments call(String name, BlockingCall call) {
    return Arguments.argumentSet(name, call);
  }

  @ParameterizedTest
  @MethodSource("blockingCalls")
  void aBlockedCallDoesNotReturn(BlockingCall call) {
    TestBoard board = runAgainstASilentServer(call);

    board.close();

    assertThat(cameBack).isFalse();
  }

  @ParameterizedTest
  @MethodSource("blockingCalls")
  void aThreadThatCatchesEveryExceptionEndsToo(BlockingCall call) {
    TestBoard board =
        runAgainstASilentServer((wiced, socket) -> {
          while (true) {
            try {
              call.make(wiced, socket);
            } catch (Exception _) {
              cameBack.set(true);
            }
          }
        });

    board.close();

    assertThat(cameBack).isFalse();
  }

  /// The clean-up that C programmers write must not hold up the end of the board.
  @Test
  void aThreadThatDeletesItsSocketOnTheWayOutEndsToo() {
    TestBoard board =
        runAgainstASilentServer((wiced, socket) -> {
          try {
            wiced.rtos().delayMilliseconds(60_000);
          } finally {
            socket.delete();
          }
        });

    board.close();

    assertThat(board.log().diagnosticCodes()).doesNotContain("thread-hangs");
  }

  @Test
  void aConnectThatWaitsDoesNotReturn() throws Exception {
    try (FullListener _ = new FullListener(bench.serverAt(PORT))) {
      CountDownLatch connecting = new CountDownLatch(1);
      TestBoard board =
          bench.run(
              clock,
              wiced -> {
                wiced.network().up(Interface.STA, NetworkConfig.EXTERNAL_DHCP_SERVER);
                TcpSocket socket = wiced.tcp().createSocket(Interface.STA);
                connecting.countDown();
                socket.connect(Bench.SERVER, PORT, 60_000);
                cameBack.set(true);
              });
      connecting.await();
      await().until(() -> clock.pending() == 1);

      board.close();
    }

    assertThat(cameBack).isFalse();
  }

  @Test
  void aThreadThatPollsEndsToo() {
    TestBoard board =
        runBusily(wiced -> {
          WicedSemaphore semaphore = wiced.rtos().initSemaphore();
          while (!semaphore.get(Rtos.NO_WAIT).isSuccess()) {
            // A busy loop, as firmware writes it.
          }
        });

    board.close();

    assertThat(board.log().diagnosticCodes()).doesNotContain("thread-hangs");
  }

  @Test
  void aThreadThatPrintsForeverEndsToo() {
    TestBoard board =
        runBusily(wiced -> {
          while (true) {
            wiced.console().printf("alive\n");
          }
        });

    board.close();

    assertThat(board.log().diagnosticCodes()).doesNotContain("thread-hangs");
  }

  @Test
  void aThreadThatNeverCallsTheSdkIsADiagnostic() {
    AtomicBoolean stop = new AtomicBoolean();
    var board =
        TestBoard.start(
            TestBoard.course(),
            Map.of(),
            clock,
            bench.access(),
            _ -> {
              while (!stop.get()) {
                Thread.onSpinWait();
              }
            });

    board.close();

    assertThat(board.log().awaitDiagnostic("thread-hangs")).contains("never calls the SDK");
    stop.set(true);
  }

  @Test
  void threadsThatAreBornWhileTheBoardGoesOffDoNotOutliveIt() {
    for (int round = 0; round < 20; round++) {
      CompletableFuture<Void> started = new CompletableFuture<>();
      TestBoard board =
          runBusily(wiced -> {
            started.complete(null);
            while (true) {
              wiced.rtos().createThread(20, "short", 6_200, () -> {});
            }
          });
      started.join();

      board.close();

      assertThat(board.log().all(WicedEvent.FirmwareCrashed.class)).isEmpty();
    }
  }

  @Test
  void switchingOffTwiceDoesNoHarm() {
    TestBoard board = bench.run(clock, wiced -> wiced.rtos().delayMilliseconds(60_000));

    board.close();
    board.close();

    assertThat(board.log().diagnosticCodes()).isEmpty();
  }

  @Test
  void thePeerOfABoardThatWentOffSeesItsConnectionEnd() {
    Peer<String> peer = bench.listen(PORT, Peer.Client::readToEnd);
    Bench.Played played = bench.play(clock);
    TcpSocket socket = played.wiced().tcp().createSocket(Interface.STA);
    socket.connect(Bench.SERVER, PORT, 1_000);

    played.board().close();

    assertThat(peer.next()).isEmpty();
  }

  @Test
  void theSocketsOfABoardThatWentOffAreClosed() throws IOException {
    bench.listen(PORT, Peer.Client::readToEnd);
    Bench.Played played = bench.play(clock);
    TcpSocket socket = played.wiced().tcp().createSocket(Interface.STA);
    socket.bind(5_000);
    socket.connect(Bench.SERVER, PORT, 1_000);

    played.board().close();

    assertThat(played.log().all(WicedEvent.SocketChanged.class).getLast().state())
        .isEqualTo(SocketState.CLOSED);
    try (ServerSocket listener = new ServerSocket()) {
      listener.setReuseAddress(true);
      await()
          .ignoreExceptions()
          .untilAsserted(
              () -> listener.bind(new InetSocketAddress(bench.lan().loopback(Bench.BOARD), 5_000)));
    }
  }

  /// Runs a body that never blocks, and so would hold up a creator of lower priority for a while.
  private TestBoard runBusily(Firmware body) {
    return bench.run(
        clock,
        wiced -> wiced.rtos().createThread(9, "busy", 6_200, () -> body.applicationStart(wiced)));
  }

  private TestBoard runAgainstASilentServer(BlockingCall call) {
    CompletableFuture<Thread> calling = new CompletableFuture<>();
    bench.listen(
        PORT,
        client -> {
          client.hold();
          return 0;
        });
    TestBoard board =
        bench.run(
            clock,
            wiced -> {
              wiced.network().up(Interface.STA, NetworkConfig.EXTERNAL_DHCP_SERVER);
              TcpSocket socket = wiced.tcp().createSocket(Interface.STA);
              socket.connect(Bench.SERVER, PORT, 1_000);
              calling.complete(Thread.currentThread());
              call.make(wiced, socket);
              cameBack.set(true);
            });
    Thread caller = calling.join();
    await().until(() -> caller.getState() == Thread.State.WAITING);
    return board;
  }
}
