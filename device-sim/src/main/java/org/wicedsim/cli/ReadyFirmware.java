package org.wicedsim.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.wicedsim.control.BoardSetup;
import org.wicedsim.firmware.Exercise;
import org.wicedsim.firmware.LedClient;

/// Firmware that is ready to run on one board; closed behind the run.
sealed interface ReadyFirmware extends AutoCloseable permits LoadedFirmware, BuiltFirmware {
  /// Makes the firmware that was chosen ready: user firmware is compiled.
  ///
  /// @param tls for the LED client alone: the exercises have their own way, and user firmware too
  /// @param classCertificate the class server's certificate as PEM
  /// @throws CommandException when a file is missing or wrong
  static ReadyFirmware of(
      FirmwareChoice choice, boolean tls, String classCertificate, CBuild build) {
    return switch (choice) {
      case FirmwareChoice.LedClient _ ->
          LoadedFirmware.shipped(tls ? LedClient.overTls() : LedClient.plain(), false);
      case FirmwareChoice.OfCourse(Exercise exercise) ->
          LoadedFirmware.shipped(
              exercise.firmware(classCertificate), exercise.role() == Exercise.Role.SERVER);
      case FirmwareChoice.SourceFile(Path file) -> LoadedFirmware.ofSource(file);
      case FirmwareChoice.JarFile(Path file) -> LoadedFirmware.ofJar(file);
      case FirmwareChoice.CApplication(Path path) -> BuiltFirmware.of(path, build);
    };
  }

  /// Whether it plays the class server: its board stands at the server's address, with the server's
  /// certificate and key.
  boolean isClassServer();

  /// The application's folder, where its own resources lie; the firmware that ships has none.
  Optional<Path> folder();

  /// What a board process needs to run it, as JSON.
  default String image() {
    return "{}";
  }

  /// The board that runs it, yet to be switched on.
  ///
  /// @param notes is told when a DCT file that cannot be used was put aside
  /// @throws CommandException when there can be no such board
  RunnableBoard board(BoardSetup setup, Consumer<String> notes);

  @Override
  void close();
}
