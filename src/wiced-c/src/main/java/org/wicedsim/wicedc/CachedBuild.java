package org.wicedsim.wicedc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.wicedsim.hal.BoardDescription;

/// Builds an application only when it has changed.
///
/// Which files an application is built from is known after it was compiled once. So there are two
/// names: the first, of all that is known before, leads to the list of these files; the second, of
/// their content too, leads to what was built.
final class CachedBuild {
  private static final String SDK = "sdk";
  private static final String SHIM = "shim";
  private static final String INPUTS = "inputs";
  private static final String FIRMWARE = "firmware";

  private final Application application;
  private final String boardHeader;
  private final boolean sanitize;
  private final BuildCache cache;
  private final CompilerToolchain toolchain;
  private final SdkFiles sdk;

  CachedBuild(Application application, BoardDescription board, BuildOptions options)
      throws IOException, BuildException {
    this.application = application;
    boardHeader = GeneratedSources.boardHeader(board);
    sanitize = options.sanitize();
    cache = new BuildCache(options.cache());
    toolchain =
        CompilerToolchain.find(options.compiler(), System.getenv().getOrDefault("PATH", ""));
    sdk = SdkFiles.find();
  }

  /// The folder of the built firmware.
  Path folder() throws IOException, BuildException {
    String before = nameBefore();
    Optional<List<String>> inputs = cache.readLines(INPUTS, before);
    if (inputs.isPresent()) {
      List<Path> paths = inputs.get().stream().map(Path::of).toList();
      Optional<Path> built = nameWith(before, paths).flatMap(name -> cache.find(FIRMWARE, name));
      if (built.isPresent()) {
        return built.get();
      }
    }
    return build(before);
  }

  private Path build(String before) throws IOException, BuildException {
    toolchain.checkTarget();
    Instant start = Instant.now();
    Path unpacked = cache.folder(SDK, sdk.identity(), sdk::unpack);
    Path shim = cache.folder(SHIM, shimName(), folder -> compileSdk(unpacked, folder));
    Path part = cache.part();
    try {
      Set<Path> inputs =
          new FirmwareCompiler(application, toolchain, unpacked, shim, sanitize).build(part);
      // A file that was changed meanwhile may not be what was compiled: not to be found again.
      Optional<String> name =
          changedSince(start, inputs) ? Optional.empty() : nameWith(before, inputs);
      if (name.isPresent()) {
        cache.writeLines(INPUTS, before, inputs.stream().map(Path::toString).toList());
      }
      return cache.publish(part, FIRMWARE, name.orElseGet(() -> UUID.randomUUID().toString()));
    } finally {
      BuildCache.delete(part);
    }
  }

  private void compileSdk(Path unpacked, Path folder) throws IOException, BuildException {
    Files.writeString(folder.resolve(GeneratedSources.BOARD_HEADER), boardHeader);
    List<String> flags = new ArrayList<>(CompilerFlags.ofSdk(application, sanitize));
    flags.add("-I" + folder);
    flags.add("-I" + unpacked.resolve(SdkFiles.INCLUDE));
    List<CompileJobs.Job> jobs = new ArrayList<>();
    for (String source : sdk.sources()) {
      Path object = folder.resolve(jobs.size() + ".o");
      jobs.add(new CompileJobs.Job(unpacked.resolve(source).toString(), object, flags));
    }
    new CompileJobs(toolchain, unpacked).run(jobs);
  }

  private String shimName() {
    return new Fingerprint()
        .add(toolchain.identity())
        .add(sdk.identity())
        .add(boardHeader)
        .add(CompilerFlags.ofSdk(application, sanitize).toString())
        .text();
  }

  private String nameBefore() throws IOException {
    Fingerprint fingerprint =
        new Fingerprint()
            .add(shimName())
            .add(CompilerFlags.EXPORTS)
            .add(CompilerFlags.ofLink(sanitize).toString())
            .add(application.folder().toString())
            .add(application.allSources().toString())
            .add(CompilerFlags.ofApplication(application, sanitize).toString())
            .add(GeneratedSources.of(application).toString());
    // A header that appears may be found before another one of its name.
    for (Path folder :
        Stream.concat(Stream.of(application.folder()), application.includes().stream()).toList()) {
      fingerprint.add(headersIn(folder).toString());
    }
    return fingerprint.text();
  }

  private static List<String> headersIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(Path::toString).filter(name -> name.endsWith(".h")).sorted().toList();
    }
  }

  /// The name with the content of all inputs; empty when one is gone.
  private static Optional<String> nameWith(String before, Collection<Path> inputs) {
    Fingerprint fingerprint = new Fingerprint().add(before);
    try {
      for (Path input : inputs) {
        fingerprint.add(input.toString());
        fingerprint.add(Files.readAllBytes(input));
      }
    } catch (IOException _) {
      return Optional.empty();
    }
    return Optional.of(fingerprint.text());
  }

  private static boolean changedSince(Instant start, Collection<Path> inputs) throws IOException {
    for (Path input : inputs) {
      if (Files.getLastModifiedTime(input).toInstant().isAfter(start)) {
        return true;
      }
    }
    return false;
  }
}
