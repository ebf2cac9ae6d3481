package org.wicedsim.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.wicedsim.wicedc.BuildException;
import org.wicedsim.wicedc.BuildOptions;
import org.wicedsim.wicedc.FirmwareBuild;
import org.wicedsim.wicedc.FirmwareImage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `wiced-sim build`: compiles C firmware, and runs none.
@Command(
    name = "build",
    description = {
      "Compile C firmware, and print what the makefile and the compiler say. What is",
      "built already and has not changed starts no compiler."
    },
    footer = {
      "",
      "Examples:",
      "  ./wiced-sim build path/to/app        # a folder with a makefile",
      "  ./wiced-sim build path/to/app.mk",
      "  ./wiced-sim build path/to/app.c",
      "",
      "docs/c-firmware.md says what a makefile may hold."
    })
final class BuildCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "PATH",
      description = "A folder with a makefile, a .mk file, or a .c file.")
  private Path application = Path.of("");

  @Mixin private BoardChoice boardChoice;

  @Option(
      names = "--sanitize",
      description = "Let the address and undefined behaviour sanitizers watch the firmware.")
  private boolean sanitize;

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    try {
      FirmwareImage image =
          FirmwareBuild.build(
              application,
              boardChoice.describe(0),
              options().withSanitizers(sanitize),
              note -> {
                err.println(note);
                err.flush();
              });
      spec.commandLine().getOut().println("built " + image.library());
      return ExitCode.OK.code();
    } catch (BuildException e) {
      throw refused(e);
    }
  }

  /// How this program builds, unless an option says otherwise.
  static BuildOptions options() {
    return BuildOptions.of(Path.of(System.getProperty("wicedsim.home", "")), System.getenv());
  }

  /// What the user is told.
  static CommandException refused(BuildException e) {
    ExitCode exitCode =
        switch (e.kind()) {
          case CANNOT_BUILD_HERE -> ExitCode.CANNOT_START;
          case BAD_APPLICATION, DOES_NOT_COMPILE -> ExitCode.BAD_INPUT_FILE;
        };
    return new CommandException(exitCode, e);
  }
}
