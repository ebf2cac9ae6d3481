package org.wicedsim.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.wicedsim.control.BoardSetup;
import org.wicedsim.control.RemoteBoard;
import org.wicedsim.control.SetupJson;
import org.wicedsim.hal.Clock;
import org.wicedsim.hal.EventStream;
import org.wicedsim.hal.HalEvent;
import org.wicedsim.hal.Levers;
import org.wicedsim.wiced.WicedEvent;
import org.wicedsim.wicedc.BoardEnd;
import org.wicedsim.wicedc.BoardProcess;
import org.wicedsim.wicedc.BoardProcessException;
import org.wicedsim.wicedc.BuildException;
import org.wicedsim.wicedc.FirmwareBuild;
import org.wicedsim.wicedc.FirmwareImage;

/// C firmware, and the process that waits to run it.
final class BuiltFirmware implements ReadyFirmware {
  private final FirmwareImage image;
  private final BoardProcess process;
  private final boolean debugger;

  private BuiltFirmware(FirmwareImage image, BoardProcess process, boolean debugger) {
    this.image = image;
    this.process = process;
    this.debugger = debugger;
  }

  /// Builds an application, while its process starts beside.
  ///
  /// @throws CommandException when it cannot be built or run here
  static BuiltFirmware of(Path application, CBuild build) {
    if (build.sanitize()) {
      // Which libraries the process needs is known behind the build.
      FirmwareImage image = image(application, build);
      return new BuiltFirmware(image, process(image.preload(), build), build.debugger());
    }
    BoardProcess process = process(List.of(), build);
    try {
      return new BuiltFirmware(image(application, build), process, build.debugger());
    } catch (RuntimeException e) {
      process.close();
      throw e;
    }
  }

  @Override
  public boolean isClassServer() {
    return image.listens();
  }

  @Override
  public Optional<Path> folder() {
    return Optional.of(image.folder());
  }

  @Override
  public String image() {
    return SetupJson.write(image);
  }

  @Override
  public RunnableBoard board(BoardSetup setup, Consumer<String> notes) {
    try {
      return new Board(process.board(setup, image));
    } catch (BoardProcessException e) {
      throw new CommandException(ExitCode.CANNOT_START, e);
    }
  }

  @Override
  public void close() {
    process.close();
  }

  private static BoardProcess process(List<Path> preload, CBuild build) {
    try {
      return BoardProcess.start(preload, build.debugger());
    } catch (BoardProcessException e) {
      throw new CommandException(ExitCode.CANNOT_START, e);
    }
  }

  private static FirmwareImage image(Path application, CBuild build) {
    try {
      return FirmwareBuild.build(
          application,
          build.board(),
          BuildCommand.options().withSanitizers(build.sanitize()),
          note -> {
            build.notes().println(note);
            build.notes().flush();
          });
    } catch (BuildException e) {
      throw BuildCommand.refused(e);
    }
  }

  /// The command to type in another terminal; gdb stops at the firmware's first line.
  private String gdbCommand() {
    return "in another terminal: gdb -p %d -ex 'handle SIGSEGV nostop noprint pass'"
            .formatted(process.pid())
        + " -ex 'set breakpoint pending on' -ex 'break application_start' -ex 'directory %s'"
            .formatted(image.folder())
        + " -ex continue";
  }

  private final class Board implements RunnableBoard {
    private final RemoteBoard remote;

    Board(RemoteBoard remote) {
      this.remote = remote;
    }

    @Override
    public Levers levers() {
      return remote.levers();
    }

    @Override
    public EventStream events() {
      return remote.events();
    }

    @Override
    public Clock clock() {
      return remote.clock();
    }

    @Override
    public void switchOn() {
      if (debugger) {
        remote.publish(new HalEvent.Diagnostic("debugger", gdbCommand()));
      }
      try {
        process.switchOn();
      } catch (BoardProcessException e) {
        throw new CommandException(ExitCode.BAD_INPUT_FILE, e);
      }
    }

    @Override
    public CompletableFuture<WicedEvent.FirmwareCrashed> crash() {
      CompletableFuture<WicedEvent.FirmwareCrashed> crash = new CompletableFuture<>();
      var _ =
          process
              .end()
              .thenAccept(end -> {
                if (end instanceof BoardEnd.Crashed(WicedEvent.FirmwareCrashed how)) {
                  crash.complete(how);
                }
              });
      return crash;
    }

    @Override
    public void close() {
      process.close();
    }
  }
}
