package org.wicedsim.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.wicedsim.control.BoardSetup;
import org.wicedsim.wiced.Firmware;

/// Java firmware that is ready to run on one board in this process.
final class LoadedFirmware implements ReadyFirmware {
  private final Firmware firmware;
  private final boolean classServer;
  private final @Nullable Path folder;
  private final AutoCloseable classes;

  private LoadedFirmware(
      Firmware firmware, boolean classServer, @Nullable Path folder, AutoCloseable classes) {
    this.firmware = firmware;
    this.classServer = classServer;
    this.folder = folder;
    this.classes = classes;
  }

  /// One that ships.
  ///
  /// @param classServer see [ReadyFirmware#isClassServer()]
  static LoadedFirmware shipped(Firmware firmware, boolean classServer) {
    return new LoadedFirmware(firmware, classServer, null, () -> {});
  }

  /// A source file of the user, which is compiled.
  ///
  /// @throws CommandException when the file is missing or wrong
  static LoadedFirmware ofSource(Path file) {
    checkReadable(file);
    Class<?> main = FirmwareSource.compile(file);
    return new LoadedFirmware(instance(main, file), false, folderOf(file), () -> {});
  }

  /// A jar of the user.
  ///
  /// @throws CommandException when the file is missing or wrong
  static LoadedFirmware ofJar(Path file) {
    checkReadable(file);
    FirmwareJar jar = FirmwareJar.open(file);
    try {
      return new LoadedFirmware(instance(jar.main(), file), false, folderOf(file), jar);
    } catch (RuntimeException e) {
      jar.close();
      throw e;
    }
  }

  @Override
  public boolean isClassServer() {
    return classServer;
  }

  @Override
  public Optional<Path> folder() {
    return Optional.ofNullable(folder);
  }

  @Override
  public RunnableBoard board(BoardSetup setup, Consumer<String> notes) {
    return new LocalBoard(setup.newBoard(notes), setup.lan(), firmware);
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
