package org.wicedsim.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;
import org.wicedsim.wiced.Firmware;

/// Firmware in a jar, whose manifest names the class: `Firmware-Class: com.example.Blink`.
final class FirmwareJar implements AutoCloseable {
  /// The attribute of the manifest's main section.
  static final String ATTRIBUTE = "Firmware-Class";

  private final URLClassLoader loader;
  private final Class<?> main;

  private FirmwareJar(URLClassLoader loader, Class<?> main) {
    this.loader = loader;
    this.main = main;
  }

  /// Opens a jar; what its manifest's `Class-Path` names is found too.
  ///
  /// @throws CommandException when it is no jar, or names no class that is firmware
  static FirmwareJar open(Path file) {
    String name = mainClass(file);
    try {
      URL[] path = {file.toUri().toURL()};
      URLClassLoader loader = new URLClassLoader(path, FirmwareJar.class.getClassLoader());
      try {
        return new FirmwareJar(loader, firmwareClass(file, name, loader));
      } catch (RuntimeException e) {
        loader.close();
        throw e;
      }
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /// The class that the manifest names.
  Class<?> main() {
    return main;
  }

  @Override
  public void close() {
    try {
      loader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String mainClass(Path file) {
    try (JarFile jar = new JarFile(file.toFile())) {
      @Nullable Manifest manifest = jar.getManifest();
      String name = manifest == null ? null : manifest.getMainAttributes().getValue(ATTRIBUTE);
      if (name == null) {
        throw wrong(
            file,
            "the manifest does not say which class is the firmware: add the line"
                + " '%s: com.example.MyFirmware'".formatted(ATTRIBUTE));
      }
      return name.strip();
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static Class<?> firmwareClass(Path file, String name, ClassLoader loader) {
    Class<?> type;
    try {
      type = Class.forName(name, false, loader);
    } catch (ClassNotFoundException e) {
      throw wrong(file, "there is no class %s, which the manifest names".formatted(name), e);
    } catch (LinkageError e) {
      throw wrong(file, "the class %s cannot be loaded: %s".formatted(name, e), e);
    }
    if (!Firmware.class.isAssignableFrom(type)) {
      throw wrong(
          file, "the class %s does not implement %s".formatted(name, Firmware.class.getName()));
    }
    return type;
  }

  private static CommandException wrong(Path file, String problem) {
    return new CommandException(ExitCode.BAD_INPUT_FILE, file + ": " + problem);
  }

  private static CommandException wrong(Path file, String problem, Throwable cause) {
    return new CommandException(ExitCode.BAD_INPUT_FILE, file + ": " + problem, cause);
  }

  private static CommandException unreadable(Path file, IOException e) {
    return wrong(file, "cannot be read as a jar: " + e.getMessage(), e);
  }
}
