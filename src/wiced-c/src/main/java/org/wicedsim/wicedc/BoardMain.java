package org.wicedsim.wicedc;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.wicedsim.control.BoardPort;
import org.wicedsim.control.BoardSetup;
import org.wicedsim.control.HostedBoard;
import org.wicedsim.control.SetupJson;
import org.wicedsim.hal.BoardDescription;
import org.wicedsim.hal.Octets;
import org.wicedsim.hal.VirtualBoard;

/// Where a board process starts: one board, one C firmware, from power on to power off.
public final class BoardMain {
  /// The file of a crash report, beside the control socket.
  static final String CRASH_REPORT = "crash";

  /// The system property that has the firmware wait for a debugger.
  static final String DEBUGGER = "wicedsim.gdb";

  private static final int EXIT_FAILED = 1;

  private BoardMain() {}

  /// Serves one board, and ends the process, which may have threads of C that never end.
  ///
  /// @param arguments the control socket
  public static void main(String[] arguments) {
    Path socket = Path.of(arguments[0]);
    Rehearsal.begin();
    int exitCode = EXIT_FAILED;
    try (BoardPort port = BoardPort.connect(socket)) {
      port.serve(setup -> host(setup, socket));
      exitCode = 0;
    } catch (IOException | RuntimeException | Error e) {
      // The simulator tells of what a process prints.
      System.err.println("the board process ends: " + e);
    } finally {
      Runtime.getRuntime().halt(exitCode);
    }
  }

  private static HostedBoard host(BoardSetup setup, Path socket) throws IOException {
    FirmwareImage image = SetupJson.read(setup.firmware(), FirmwareImage.class);
    NativeLibrary library = NativeLibrary.load(image.library());
    Octets wifi = section(library, "sim_wifi_config");
    Octets application = section(library, "sim_app_dct");
    BoardDescription description =
        ImageProvisioning.provision(
            setup.board(), image, setup.resources().open(), wifi, application);
    VirtualBoard board = setup.withBoard(description).newBoard(System.err::println);
    if (setup.dct() != null) {
      new Download(setup.dct())
          .onto(
              description,
              Download.sections(image, wifi.length() > 0, application.length() > 0),
              board.dct(),
              System.err::println);
    }
    Path folder = Objects.requireNonNull(socket.getParent());
    return new FirmwareHost(
        board,
        setup.lan(),
        new CFirmware(
            image,
            library,
            folder.resolve(CRASH_REPORT),
            Boolean.getBoolean(DEBUGGER) ? Debugger.EXPECTED : Debugger.NONE));
  }

  /// A section of the DCT that the firmware brings; its size stands beside it.
  // A pointer of C has no size of its own.
  @SuppressWarnings("restricted")
  private static Octets section(NativeLibrary library, String name) {
    Optional<MemorySegment> section = library.symbol(name);
    Optional<MemorySegment> size = library.symbol(name + "_size");
    if (section.isEmpty() || size.isEmpty()) {
      return Octets.of(new byte[0]);
    }
    int octets = size.get().reinterpret(Integer.BYTES).get(ValueLayout.JAVA_INT, 0);
    return Octets.of(section.get().reinterpret(octets).toArray(ValueLayout.JAVA_BYTE));
  }
}
