package org.wicedsim.wicedc;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.wicedsim.control.BoardSetup;
import org.wicedsim.control.ControlException;
import org.wicedsim.control.ControlSocket;
import org.wicedsim.control.RemoteBoard;
import org.wicedsim.hal.HalEvent;
import org.wicedsim.wiced.WicedEvent;

/// A board process, as the simulator sees it: it starts, becomes a board, and ends on request or by
/// a crash.
public final class BoardProcess implements AutoCloseable {
  /// How long the process may take to connect, from when it is waited for.
  static final Duration START_LIMIT = Duration.ofSeconds(60);

  /// How long the board may take to be switched off.
  static final Duration POWER_OFF_LIMIT = Duration.ofSeconds(5);

  // 128 and the number of the signal.
  private static final int EXIT_KILLED = 137;

  private static final int EXIT_TERMINATED = 143;

  private final ControlSocket socket;
  private final Process process;
  private final BoardOutput output;
  private final CompletableFuture<BoardEnd> end = new CompletableFuture<>();
  private volatile boolean switchedOff;
  private @Nullable RemoteBoard board;

  private BoardProcess(ControlSocket socket, Process process) {
    this.socket = socket;
    this.process = process;
    output = BoardOutput.of(process.getInputStream());
    var _ = process.onExit().thenRun(socket::stopListening);
  }

  /// Starts a process, and does not wait for it: so it can start while its firmware is compiled.
  ///
  /// @param preload the libraries of the image's sanitizers, see [FirmwareImage#preload()]
  /// @param debugger whether the firmware waits until gdb is attached
  /// @throws BoardProcessException when there can be no process
  public static BoardProcess start(List<Path> preload, boolean debugger)
      throws BoardProcessException {
    @Nullable ControlSocket socket = null;
    try {
      socket = ControlSocket.open();
      return new BoardProcess(socket, BoardJvm.process(socket, preload, debugger).start());
    } catch (IOException e) {
      if (socket != null) {
        socket.close();
      }
      throw new BoardProcessException("no board process can be started: " + e.getMessage(), e);
    }
  }

  /// Its number in the operating system.
  public long pid() {
    return process.pid();
  }

  /// The board that the process is going to be; waits until the process has started. Called once.
  ///
  /// @param image what it will run
  /// @throws BoardProcessException when the process has not started; with its own words
  public RemoteBoard board(BoardSetup setup, FirmwareImage image) throws BoardProcessException {
    try {
      CompletableFuture.delayedExecutor(START_LIMIT.toSeconds(), TimeUnit.SECONDS)
          .execute(socket::stopListening);
      RemoteBoard remote = socket.accept(setup);
      board = remote;
      output.tell(remote::publish);
      var _ =
          CompletableFuture.allOf(
                  process.onExit(), output.ended(), remote.ended().exceptionally(_ -> null))
              .thenRun(() -> onEnd(remote, image));
      return remote;
    } catch (IOException e) {
      process.destroyForcibly();
      output.ended().join();
      throw new BoardProcessException("the board process does not start: " + output.words(), e);
    }
  }

  /// Makes the process a board and starts its firmware.
  ///
  /// @throws BoardProcessException when it cannot be this board, and says why
  public void switchOn() throws BoardProcessException {
    try {
      connected().switchOn();
    } catch (ControlException e) {
      if (e.kind() == ControlException.Kind.REFUSED) {
        throw new BoardProcessException("the firmware cannot be started: " + e.getMessage(), e);
      }
      // It has crashed while it started, which is told as any crash.
    }
  }

  /// Completes when the process has ended and its last event was published; a crash was published
  /// too.
  public CompletableFuture<BoardEnd> end() {
    return end.copy();
  }

  /// Switches the board off and ends the process, by force if need be.
  @Override
  public void close() {
    switchedOff = true;
    try {
      if (board != null) {
        if (process.isAlive()) {
          board.switchOff(POWER_OFF_LIMIT);
        }
        terminate();
        end.join();
        board.close();
      } else {
        process.destroyForcibly();
      }
    } finally {
      socket.close();
    }
  }

  private void terminate() {
    boolean interrupted = false;
    try {
      interrupted = waitFor(BoardJvm.exitLimit());
      if (process.isAlive()) {
        process.destroy();
        interrupted |= waitFor(BoardJvm.exitLimit());
      }
      process.destroyForcibly();
      // What the firmware started may hold the output open.
      var _ =
          output
              .ended()
              .completeOnTimeout(null, BoardJvm.exitLimit().toNanos(), TimeUnit.NANOSECONDS);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /// @return whether this thread was interrupted meanwhile
  private boolean waitFor(Duration limit) {
    try {
      var _ = process.waitFor(limit.toNanos(), TimeUnit.NANOSECONDS);
      return false;
    } catch (InterruptedException _) {
      return true;
    }
  }

  private RemoteBoard connected() {
    if (board == null) {
      throw new IllegalStateException("no board yet");
    }
    return board;
  }

  private void onEnd(RemoteBoard remote, FirmwareImage image) {
    int exitCode = process.exitValue();
    boolean byForce = exitCode == EXIT_TERMINATED || exitCode == EXIT_KILLED;
    if (exitCode == 0 || (switchedOff && byForce)) {
      end.complete(new BoardEnd.SwitchedOff());
      return;
    }
    WicedEvent.FirmwareCrashed crash = crash(exitCode, image);
    if (exitCode == BoardJvm.EXIT_SANITIZER) {
      remote.publish(new HalEvent.Diagnostic("address-sanitizer", crash.cause()));
    }
    remote.publish(crash);
    remote.publish(
        new HalEvent.Diagnostic("board-off", "the board is off: its firmware has crashed"));
    end.complete(new BoardEnd.Crashed(crash));
  }

  private WicedEvent.FirmwareCrashed crash(int exitCode, FirmwareImage image) {
    Optional<WicedEvent.FirmwareCrashed> reported =
        exitCode == BoardJvm.EXIT_SANITIZER
            ? output.crash()
            : CrashReport.read(socket.folder().resolve(BoardMain.CRASH_REPORT), image);
    return reported.orElseGet(
        () -> JvmCrash.of(exitCode, socket.folder().resolve(BoardJvm.ERROR_FILE)));
  }
}
