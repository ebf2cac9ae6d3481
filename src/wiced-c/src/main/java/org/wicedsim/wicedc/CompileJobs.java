package org.wicedsim.wicedc;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Compiles sources, as many at a time as this machine has processors.
///
/// @param folder that the compiler runs in: its messages show paths as they are given to it
record CompileJobs(CompilerToolchain toolchain, Path folder) {
  /// One source to compile.
  ///
  /// @param source as messages show it
  record Job(String source, Path object, List<String> flags) {
    /// What the compiler writes of the headers that it has read.
    Path dependencies() {
      return object.resolveSibling(object.getFileName() + ".d");
    }
  }

  /// The messages of the compiler, in the order of the jobs.
  ///
  /// @throws BuildException when a source does not compile; with the messages of all that do not
  String run(List<Job> jobs) throws BuildException {
    StringBuilder said = new StringBuilder();
    boolean succeeded = true;
    for (CompilerToolchain.Output output : outputs(jobs)) {
      said.append(output.text());
      succeeded &= output.succeeded();
    }
    if (!succeeded) {
      throw new BuildException(
          BuildException.Kind.DOES_NOT_COMPILE, Hints.withHints(said.toString()));
    }
    return said.toString();
  }

  private List<CompilerToolchain.Output> outputs(List<Job> jobs) throws BuildException {
    int processors = Math.min(jobs.size(), Runtime.getRuntime().availableProcessors());
    try (ExecutorService executor = Executors.newFixedThreadPool(Math.max(1, processors))) {
      List<Future<CompilerToolchain.Output>> futures = new ArrayList<>();
      for (Job job : jobs) {
        futures.add(executor.submit(() -> compile(job)));
      }
      List<CompilerToolchain.Output> outputs = new ArrayList<>();
      for (Future<CompilerToolchain.Output> future : futures) {
        outputs.add(result(future));
      }
      return outputs;
    }
  }

  private CompilerToolchain.Output compile(Job job) throws BuildException {
    List<String> arguments = new ArrayList<>(job.flags());
    arguments.addAll(
        List.of(
            "-MMD",
            "-MF",
            job.dependencies().toString(),
            "-c",
            job.source(),
            "-o",
            job.object().toString()));
    return toolchain.run(arguments, folder);
  }

  private static CompilerToolchain.Output result(Future<CompilerToolchain.Output> future)
      throws BuildException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof BuildException refused) {
        throw refused;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BuildException(
          BuildException.Kind.CANNOT_BUILD_HERE, "the build was interrupted", e);
    }
  }
}
