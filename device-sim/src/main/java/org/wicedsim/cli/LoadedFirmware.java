package org.wicedsim.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wicedsim.firmware.LedClient;
import org.wicedsim.wiced.Firmware;

/// Firmware that is ready to run on one board; closed behind the run, when its threads have ended.
final class LoadedFirmware implements AutoCloseable {
  private final Firmware firmware;
  private final @Nullable Path folder;
  private final AutoCloseable classes;

  private LoadedFirmware(Firmware firmware, @Nullable Path folder, AutoCloseable classes) {
    this.firmware = firmware;
    this.folder = folder;
    this.classes = classes;
  }

  /// Makes the firmware that was chosen; a source file is compiled.
  ///
  /// @param tls for the LED client alone: the exercises have their own way, and user firmware too
  /// @param classCertificate the class server's certificate as PEM
  /// @throws CommandException when a file is missing or wrong
  static LoadedFirmware of(FirmwareChoice choice, boolean tls, String classCertificate) {
    return switch (choice) {
      case FirmwareChoice.LedClient _ -> shipped(tls ? LedClient.overTls() : LedClient.plain());
      case FirmwareChoice.OfCourse ofCourse ->
          shipped(ofCourse.exercise().firmware(classCertificate));
      case FirmwareChoice.SourceFile(Path file) -> {
        checkReadable(file);
        Class<?> main = FirmwareSource.compile(file);
        yield new LoadedFirmware(instance(main, file), folderOf(file), () -> {});
      }
      case FirmwareChoice.JarFile(Path file) -> {
        checkReadable(file);
        yield ofJar(file);
      }
    };
  }

  Firmware firmware() {
    return firmware;
  }

  /// The application's folder, where its own resources lie; the firmware that ships has none.
  Optional<Path> folder() {
    return Optional.ofNullable(folder);
  }

  @Override
  public void close() {
    try {
      classes.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static LoadedFirmware shipped(Firmware firmware) {
    return new LoadedFirmware(firmware, null, () -> {});
  }

  private static LoadedFirmware ofJar(Path file) {
    FirmwareJar jar = FirmwareJar.open(file);
    try {
      return new LoadedFirmware(instance(jar.main(), file), folderOf(file), jar);
    } catch (RuntimeException e) {
      jar.close();
      throw e;
    }
  }

  private static Firmware instance(Class<?> main, Path file) {
    try {
      Constructor<?> constructor = main.getDeclaredConstructor();
      constructor.setAccessible(true);
      return (Firmware) constructor.newInstance();
    } catch (NoSuchMethodException e) {
      throw refused(file, main, "has no constructor without parameters: give it one, or none", e);
    } catch (InvocationTargetException e) {
      Throwable cause = e.getTargetException();
      StackTraceElement[] trace = cause.getStackTrace();
      String where = trace.length == 0 ? "" : " at " + trace[0];
      throw refused(file, main, "fails in its constructor: " + cause + where, cause);
    } catch (ReflectiveOperationException e) {
      throw refused(file, main, "cannot be made: " + e.getMessage(), e);
    } catch (LinkageError e) {
      throw refused(file, main, "cannot be loaded: " + e, e);
    }
  }

  private static CommandException refused(
      Path file, Class<?> main, String problem, Throwable cause) {
    return new CommandException(
        ExitCode.BAD_INPUT_FILE,
        "%s: the class %s %s".formatted(file, main.getName(), problem),
        cause);
  }

  private static void checkReadable(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new CommandException(
          ExitCode.BAD_INPUT_FILE, "%s: there is no such file: check the name".formatted(file));
    }
    if (!Files.isReadable(file)) {
      throw new CommandException(
          ExitCode.BAD_INPUT_FILE, "%s cannot be read: check its permissions".formatted(file));
    }
  }

  private static @Nullable Path folderOf(Path file) {
    return file.toAbsolutePath().getParent();
  }
}
