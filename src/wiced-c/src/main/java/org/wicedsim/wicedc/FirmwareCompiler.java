package org.wicedsim.wicedc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Compiles and links one application.
///
/// @param sdk the folder of the unpacked SDK
/// @param shim the folder of the SDK's objects, and of the board's header
record FirmwareCompiler(
    Application application, CompilerToolchain toolchain, Path sdk, Path shim, boolean sanitize) {
  static final String LIBRARY = "firmware.so";
  static final String LINES = "lines";
  static final String WARNINGS = "warnings";

  /// Exists in the folder of an application that may be a server.
  static final String LISTENS = "listens";

  /// Names the library of the address sanitizer.
  static final String PRELOAD = "preload";

  private static final String GENERATED = "generated";
  private static final String OBJECTS = "objects";
  private static final Set<String> LISTENING = Set.of("wiced_tcp_listen", "wiced_tcp_server_start");

  /// Builds into a folder.
  ///
  /// @return the files that the application is built from: its sources, and what they include
  Set<Path> build(Path folder) throws IOException, BuildException {
    Path objects = Files.createDirectories(folder.resolve(OBJECTS));
    List<CompileJobs.Job> jobs = jobs(folder.resolve(GENERATED), objects);
    String warnings = new CompileJobs(toolchain, application.folder()).run(jobs);

    List<Path> own =
        jobs.stream().limit(application.allSources().size()).map(CompileJobs.Job::object).toList();
    examine(own, folder, warnings);
    warnings += link(jobs.stream().map(CompileJobs.Job::object).toList(), folder, warnings);
    Files.writeString(folder.resolve(WARNINGS), warnings);
    SourceLines.write(folder.resolve(LIBRARY), folder.resolve(LINES), this::shown);
    if (sanitize) {
      Files.writeString(folder.resolve(PRELOAD), toolchain.addressSanitizer().toString());
    }
    Set<Path> inputs = inputs(jobs, folder);
    BuildCache.delete(objects);
    return inputs;
  }

  /// The application's sources first.
  private List<CompileJobs.Job> jobs(Path generated, Path objects)
      throws IOException, BuildException {
    Map<String, String> files = GeneratedSources.of(application);
    GeneratedSources.write(files, generated);
    List<String> own = new ArrayList<>(CompilerFlags.ofApplication(application, sanitize));
    List<String> ofGenerated = new ArrayList<>(CompilerFlags.ofGenerated(application, sanitize));
    for (List<String> flags : List.of(own, ofGenerated)) {
      flags.add("-I" + generated);
      flags.add("-I" + shim);
      flags.add("-I" + sdk.resolve(SdkFiles.INCLUDE));
    }
    List<CompileJobs.Job> jobs = new ArrayList<>();
    for (Path source : application.allSources()) {
      String relative = application.folder().relativize(source).toString();
      jobs.add(new CompileJobs.Job(relative, object(objects, jobs.size()), own));
    }
    for (String name : files.keySet()) {
      if (name.endsWith(ApplicationFinder.SOURCE_ENDING)) {
        String source = generated.resolve(name).toString();
        jobs.add(new CompileJobs.Job(source, object(objects, jobs.size()), ofGenerated));
      }
    }
    return jobs;
  }

  private static Path object(Path folder, int number) {
    return folder.resolve(number + ".o");
  }

  /// Looks into the application's objects for what the linker does not say.
  private static void examine(List<Path> objects, Path folder, String warnings)
      throws IOException, BuildException {
    boolean starts = false;
    boolean listens = false;
    for (Path object : objects) {
      for (ElfFile.Symbol symbol : ElfFile.read(object).symbols()) {
        starts |= symbol.defined() && symbol.name().equals("application_start");
        listens |= !symbol.defined() && LISTENING.contains(symbol.name());
      }
    }
    if (!starts) {
      throw new BuildException(BuildException.Kind.DOES_NOT_COMPILE, warnings + Hints.NO_START);
    }
    if (listens) {
      Files.createFile(folder.resolve(LISTENS));
    }
  }

  private String link(List<Path> objects, Path folder, String warnings)
      throws IOException, BuildException {
    Path exports = Files.writeString(folder.resolve("exports.map"), CompilerFlags.EXPORTS);
    List<String> arguments = new ArrayList<>(CompilerFlags.ofLink(sanitize));
    arguments.add("-Wl,--version-script=" + exports);
    arguments.add("-o");
    arguments.add(folder.resolve(LIBRARY).toString());
    objects.forEach(object -> arguments.add(object.toString()));
    try (Stream<Path> ofSdk = Files.list(shim)) {
      ofSdk
          .map(Path::toString)
          .filter(name -> name.endsWith(".o"))
          .sorted()
          .forEach(arguments::add);
    }
    arguments.add("-lm");
    CompilerToolchain.Output output = toolchain.run(arguments, application.folder());
    if (!output.succeeded()) {
      throw new BuildException(
          BuildException.Kind.DOES_NOT_COMPILE, Hints.withHints(warnings + output.text()));
    }
    return output.text();
  }

  /// Files of the application as the user wrote them; what the simulator adds has no lines.
  private String shown(String file) {
    Path path = application.folder().resolve(file).normalize();
    boolean ours =
        path.startsWith(sdk)
            || !Files.exists(path)
            || path.toString().contains("/" + GENERATED + "/");
    return ours ? "" : application.folder().relativize(path).toString();
  }

  private Set<Path> inputs(List<CompileJobs.Job> jobs, Path folder) throws IOException {
    Set<Path> inputs = new TreeSet<>(application.allSources());
    for (CompileJobs.Job job : jobs) {
      for (String name : DependencyFile.read(job.dependencies())) {
        Path path = application.folder().resolve(name).normalize();
        if (Stream.of(folder, sdk, shim).noneMatch(path::startsWith)) {
          inputs.add(path);
        }
      }
    }
    return inputs;
  }
}
