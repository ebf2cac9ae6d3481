package org.wicedsim.control;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.wicedsim.hal.VirtualBoard;

/// Both ends of a control socket in this process: a simulator's, and that of a board without
/// firmware.
final class Pair implements AutoCloseable {
  static final long LIMIT_S = 10;

  final CompletableFuture<VirtualBoard> hosted = new CompletableFuture<>();
  final CompletableFuture<Void> served;
  final RemoteBoard remote;
  final BoardPort port;
  private final ControlSocket socket;

  Pair(BoardSetup setup) throws IOException {
    this(setup, _ -> {});
  }

  /// @param firmware runs when the board is switched on
  Pair(BoardSetup setup, Consumer<VirtualBoard> firmware) throws IOException {
    socket = ControlSocket.open();
    port = BoardPort.connect(socket.path());
    served =
        CompletableFuture.runAsync(
            () -> serve(firmware), task -> Thread.ofPlatform().daemon().start(task));
    remote = socket.accept(setup);
  }

  VirtualBoard hosted() throws Exception {
    return hosted.get(LIMIT_S, TimeUnit.SECONDS);
  }

  private void serve(Consumer<VirtualBoard> firmware) {
    try (port) {
      port.serve(setup -> {
        VirtualBoard board = setup.newBoard(_ -> {});
        hosted.complete(board);
        return new FakeBoard(board, () -> firmware.accept(board));
      });
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    remote.close();
    socket.close();
  }
}
