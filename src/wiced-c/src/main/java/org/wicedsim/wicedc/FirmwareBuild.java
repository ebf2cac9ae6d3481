package org.wicedsim.wicedc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.wicedsim.hal.BoardDescription;

/// Builds C firmware, or finds it built.
public final class FirmwareBuild {
  private FirmwareBuild() {}

  /// Builds an application for a board. What is built already and has not changed starts no
  /// compiler.
  ///
  /// @param application a folder with a makefile, a makefile, or a `.c` file
  /// @param notes is told what the makefile says in vain, and what the compiler warns of; on the
  ///   calling thread, each time, also when the image is served from the cache
  /// @throws BuildException when it cannot be built; the message says why
  public static FirmwareImage build(
      Path application, BoardDescription board, BuildOptions options, Consumer<String> notes)
      throws BuildException {
    Application found =
        new ApplicationFinder(board, options.installation(), notes).find(application);
    FirmwareFacts facts = FirmwareFacts.of(found, board.packetPools());
    try {
      Path folder = new CachedBuild(found, board, options).folder();
      String warnings = Files.readString(folder.resolve(FirmwareCompiler.WARNINGS));
      if (!warnings.isBlank()) {
        notes.accept(warnings.stripTrailing());
      }
      return image(found, facts, folder);
    } catch (IOException e) {
      throw new BuildException(
          BuildException.Kind.CANNOT_BUILD_HERE,
          "%s could not be built in %s: %s".formatted(application, options.cache(), e.getMessage()),
          e);
    }
  }

  private static FirmwareImage image(Application application, FirmwareFacts facts, Path folder)
      throws IOException {
    Path preload = folder.resolve(FirmwareCompiler.PRELOAD);
    List<Path> preloaded =
        Files.exists(preload) ? List.of(Path.of(Files.readString(preload))) : List.of();
    return new FirmwareImage(
        application.name(),
        application.folder(),
        folder.resolve(FirmwareCompiler.LIBRARY),
        folder.resolve(FirmwareCompiler.LINES),
        application.resources(),
        application.certificate(),
        application.privateKey(),
        facts.packetPools(),
        facts.stackOctets(),
        facts.stdio(),
        Files.exists(folder.resolve(FirmwareCompiler.LISTENS)),
        !preloaded.isEmpty(),
        preloaded);
  }
}
