package org.wicedsim.cli;

import static java.util.stream.Collectors.joining;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.wicedsim.hal.DctException;
import org.wicedsim.hal.DidYouMean;
import org.wicedsim.pki.PkiException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// Turns every failure of a command into lines on its error writer and an exit code.
final class ErrorReporter implements IParameterExceptionHandler, IExecutionExceptionHandler {
  private final BooleanSupplier debug;

  /// @param debug asked when an error is reported, for only then is the command line parsed
  ErrorReporter(BooleanSupplier debug) {
    this.debug = debug;
  }

  @Override
  public int handleParseException(ParameterException failure, String[] args) {
    CommandLine line = failure.getCommandLine();
    if (failure instanceof UnmatchedArgumentException unmatched) {
      reportUnmatched(unmatched.getUnmatched().getFirst(), line);
    } else {
      tell(line, failure.getMessage());
    }
    line.getErr().println("Try '" + nameOf(line) + " --help'.");
    return ExitCode.USAGE.code();
  }

  @Override
  public int handleExecutionException(Exception failure, CommandLine line, ParseResult result) {
    return report(failure, line).code();
  }

  /// Prints what went wrong in the command `line`, and tells how the program has to end.
  ExitCode report(Throwable failure, CommandLine line) {
    if (debug.getAsBoolean()) {
      failure.printStackTrace(line.getErr());
    }
    return switch (failure) {
      case CommandException mendable -> {
        tell(line, mendable.getMessage());
        yield mendable.exitCode();
      }
      case PkiException certificates -> {
        tell(line, certificates.getMessage());
        yield ExitCode.BAD_INPUT_FILE;
      }
      case DctException storage -> {
        tell(line, storage.getMessage());
        yield ExitCode.BAD_INPUT_FILE;
      }
      case InterruptedException _ -> ExitCode.INTERRUPTED;
      default -> {
        tell(line, "internal error: " + failure);
        line.getErr().println("Please report it, with what --debug shows.");
        yield ExitCode.INTERNAL;
      }
    };
  }

  private static void reportUnmatched(String argument, CommandLine line) {
    CommandSpec command = line.getCommandSpec();
    if (argument.startsWith("-")) {
      String name = argument.split("=", 2)[0];
      tell(line, "unknown option '" + name + "'");
      suggest(name, optionNames(command), line.getErr());
    } else if (!command.subcommands().isEmpty()) {
      tell(line, "unknown command '" + argument + "'");
      suggest(argument, List.copyOf(command.subcommands().keySet()), line.getErr());
    } else {
      tell(line, "unexpected argument '" + argument + "'");
    }
  }

  private static void suggest(String typed, List<String> names, PrintWriter err) {
    List<String> near = DidYouMean.of(typed, names);
    if (!near.isEmpty()) {
      err.println(near.stream().collect(joining("' or '", "Did you mean '", "'?")));
    }
  }

  private static List<String> optionNames(CommandSpec command) {
    return command.options().stream()
        .filter(option -> !option.hidden())
        .flatMap(option -> Arrays.stream(option.names()))
        .toList();
  }

  private static void tell(CommandLine line, @Nullable String message) {
    line.getErr().println(nameOf(line) + ": " + message);
  }

  private static String nameOf(CommandLine line) {
    return line.getCommandSpec().qualifiedName();
  }
}
