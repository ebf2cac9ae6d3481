package org.wicedsim.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.wicedsim.cli.cert.CertCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/// The root command. A subcommand is one class in its own file, named in the list below; it
/// implements `Callable<Integer>`, returns the code of an [ExitCode], writes to its command line's
/// `getOut()` and `getErr()`, and throws [CommandException] for what the user can mend.
@Command(
    name = "wiced-sim",
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    description = "Simulates the Cypress WICED Wi-Fi board: pins, console, storage and network.",
    commandListHeading = "%nCommands:%n",
    exitCodeListHeading = "%nExit codes:%n",
    footer = "%n'wiced-sim COMMAND --help' explains a command, with examples.")
final class WicedSim implements Callable<Integer> {
  /// In the order of the help page.
  private static final List<Class<?>> COMMANDS =
      List.of(
          RunCommand.class,
          BuildCommand.class,
          ServerCommand.class,
          SendCommand.class,
          NewCommand.class,
          DctCommand.class,
          CertCommand.class,
          MitmCommand.class,
          CompletionCommand.class);

  @Spec private CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help and exit.")
  @SuppressWarnings("UnusedVariable") // picocli acts on the option itself
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version and exit.")
  @SuppressWarnings("UnusedVariable") // picocli acts on the option itself
  private boolean version;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show the stack trace of an error.")
  private boolean debug;

  private WicedSim() {}

  /// Runs one command line and returns its exit code; nothing is thrown. Both writers are flushed
  /// and stay open. Blocks until the command is done, on the caller's thread.
  static int run(String[] args, PrintWriter out, PrintWriter err) {
    return run(args, out, err, List.of());
  }

  /// As above, with further commands beside the program's own.
  static int run(String[] args, PrintWriter out, PrintWriter err, List<?> moreCommands) {
    WicedSim root = new WicedSim();
    CommandLine line = new CommandLine(root);
    wanted(args).forEach(line::addSubcommand);
    moreCommands.forEach(line::addSubcommand);
    line.setOut(out).setErr(err).setCaseInsensitiveEnumValuesAllowed(true);
    line.getCommandSpec().usageMessage().exitCodeList(ExitCode.meanings());
    headOptions(line);
    ErrorReporter reporter = new ErrorReporter(() -> root.debug);
    line.setParameterExceptionHandler(reporter).setExecutionExceptionHandler(reporter);
    try {
      return line.execute(args);
    } catch (Error error) {
      // picocli passes exceptions to the reporter and lets errors through.
      return reporter.report(error, line).code();
    } finally {
      out.flush();
      err.flush();
    }
  }

  /// The command that was typed, or all of them where none was or one of them needs the others:
  /// reading what a command takes is most of the time that a start needs.
  private static List<Class<?>> wanted(String[] args) {
    Optional<String> typed = Arrays.stream(args).filter(arg -> !arg.startsWith("-")).findFirst();
    return COMMANDS.stream()
        .filter(command -> command != CompletionCommand.class)
        .filter(command -> typed.filter(nameOf(command)::equals).isPresent())
        .findFirst()
        .<List<Class<?>>>map(List::of)
        .orElse(COMMANDS);
  }

  private static String nameOf(Class<?> command) {
    return command.getAnnotation(Command.class).name();
  }

  /// The same heading above the options of every command.
  private static void headOptions(CommandLine line) {
    line.getCommandSpec().usageMessage().optionListHeading("%nOptions:%n");
    line.getSubcommands().values().forEach(WicedSim::headOptions);
  }

  /// Without a command there is nothing to run: who types the bare name wants to know what there
  /// is.
  @Override
  public Integer call() {
    CommandLine line = spec.commandLine();
    line.usage(line.getErr());
    return ExitCode.USAGE.code();
  }
}
