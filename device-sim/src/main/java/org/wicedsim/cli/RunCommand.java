package org.wicedsim.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wicedsim.cli.terminal.TerminalBoard;
import org.wicedsim.cli.terminal.TerminalSession;
import org.wicedsim.cli.view.EventPrinter;
import org.wicedsim.cli.view.JsonFormat;
import org.wicedsim.cli.view.TextFormat;
import org.wicedsim.firmware.LedClient;
import org.wicedsim.hal.BoardDescription;
import org.wicedsim.hal.EventStream;
import org.wicedsim.hal.Octets;
import org.wicedsim.hal.Resources;
import org.wicedsim.hal.SystemClock;
import org.wicedsim.hal.VirtualBoard;
import org.wicedsim.pki.KeyKind;
import org.wicedsim.pki.Pem;
import org.wicedsim.pki.StoredIdentity;
import org.wicedsim.scenario.Outcome;
import org.wicedsim.scenario.ParsedScript;
import org.wicedsim.scenario.Problem;
import org.wicedsim.scenario.ScenarioRunner;
import org.wicedsim.scenario.Script;
import org.wicedsim.scenario.ScriptParser;
import org.wicedsim.wiced.Firmware;
import org.wicedsim.wiced.FirmwareRun;
import org.wicedsim.wiced.LanAccess;
import org.wicedsim.wiced.LanSeat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `wiced-sim run`: a board with the LED client, and the class server that it talks to.
@Command(
    name = "run",
    description = {
      "Run a board: button 1 toggles the LED and tells the class server.",
      "With a terminal, keys are buttons; otherwise a script presses them."
    },
    footer = {
      "",
      "Examples:",
      "  ./wiced-sim run",
      "  ./wiced-sim run --tls --server 192.0.2.7",
      "  ./wiced-sim run --script press.script --json",
      "  echo 'tap 1' | ./wiced-sim run --script -",
      "",
      "docs/scripts.md has the script language, docs/boards.md the board files."
    })
final class RunCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private LanOption lanOption;

  @Mixin private BoardOptions boardOptions;

  @Option(names = "--tls", description = "The firmware speaks TLS, and verifies the server.")
  private boolean tls;

  @Option(
      names = "--server",
      paramLabel = "S",
      defaultValue = "embedded",
      converter = ServerChoice.Converter.class,
      description = {
        "embedded: start a class server, unless one listens on this LAN already;",
        "none: start none; HOST[:PORT[:TLSPORT]]: one elsewhere. (Default: ${DEFAULT-VALUE})"
      })
  private ServerChoice server = new ServerChoice.Embedded();

  @Option(
      names = "--ca",
      paramLabel = "FILE",
      description = "What the firmware trusts. (Default: the class server's certificate)")
  private @Nullable Path ca;

  @Option(
      names = "--script",
      paramLabel = "FILE",
      description = "Press the buttons as this script says; - is standard input.")
  private @Nullable String scriptFile;

  @Option(names = "--json", description = "Print every event as one JSON object a line.")
  private boolean json;

  @Override
  public Integer call() {
    try (LanOption.Chosen chosen = lanOption.choose()) {
      BoardDescription wanted = boardOptions.describe(0);
      Optional<Script> script = usesTerminal() ? Optional.empty() : Optional.of(parse(wanted));
      ClassServerPlace place = new ClassServerPlace(chosen.lan());
      StoredIdentity identity = place.identity(KeyKind.EC_P256, err());
      try (ClassServerChoice classServer = ClassServerChoice.of(server, place, identity);
          LanSeat seat = LanSeat.take(chosen.lan(), wanted.network().address())) {
        BoardDescription description = boardOptions.describe(seat.steps());
        VirtualBoard board =
            new VirtualBoard(
                description,
                resources(identity),
                new SystemClock(),
                BoardStorage.dct(description, err()));
        LanAccess access = new LanAccess(chosen.lan(), seat.address(), classServer.elsewhere());
        Firmware firmware = tls ? LedClient.overTls() : LedClient.plain();
        return script.isPresent()
            ? runScript(script.get(), board, access, firmware, classServer)
            : runTerminal(board, access, firmware, classServer);
      }
    }
  }

  private boolean usesTerminal() {
    return scriptFile == null && !json && TerminalBoard.refusal().isEmpty();
  }

  /// The script; refused as a whole before anything starts.
  private Script parse(BoardDescription board) {
    if (scriptFile == null) {
      TerminalBoard.refusal().ifPresent(why -> err().println("wiced-sim run: " + why));
      err().println("wiced-sim run: reading a script from standard input, to its end");
      err().flush();
    }
    String file = scriptFile == null ? ScriptParser.STANDARD_INPUT : scriptFile;
    return switch (ScriptParser.read(file, System.in, board)) {
      case ParsedScript.Legal(Script script) -> script;
      case ParsedScript.Refused(List<Problem> problems) ->
          throw new CommandException(
              ExitCode.BAD_INPUT_FILE,
              problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    };
  }

  private Resources resources(StoredIdentity identity) {
    List<X509Certificate> trusted = ca == null ? identity.identity().chain() : Pem.certificates(ca);
    return new Resources(
        List.of(), Map.of(LedClient.ROOT_CERTIFICATE, Octets.of(Pem.encode(trusted))));
  }

  private int runScript(
      Script script,
      VirtualBoard board,
      LanAccess access,
      Firmware firmware,
      ClassServerChoice classServer) {
    PrintWriter out = spec.commandLine().getOut();
    err().println("wiced-sim run: " + classServer.description());
    err().flush();
    EventPrinter.Format format = json ? new JsonFormat() : new TextFormat(out);
    Outcome outcome;
    try (ScenarioRunner runner = new ScenarioRunner(board.levers(), board.events(), board.clock());
        EventPrinter printer = new EventPrinter(format, out);
        EventStream.Subscription _ = board.events().subscribe(printer);
        FirmwareRun _ = FirmwareRun.start(board, access, firmware)) {
      outcome = runner.run(script);
    }
    return switch (outcome) {
      case Outcome.Passed _, Outcome.Quit _ -> ExitCode.OK.code();
      case Outcome.Failed failed -> {
        err().println(failed.report());
        yield ExitCode.EXPECTATION_FAILED.code();
      }
      case Outcome.Interrupted _ -> ExitCode.INTERRUPTED.code();
    };
  }

  private int runTerminal(
      VirtualBoard board, LanAccess access, Firmware firmware, ClassServerChoice classServer) {
    TerminalSession session =
        new TerminalSession(
            board.description(),
            access.address(),
            access.lan().number(),
            List.of(classServer.description()),
            board.levers(),
            board.events(),
            System.getenv("NO_COLOR") == null);
    try (TerminalBoard terminal = new TerminalBoard(session);
        FirmwareRun _ = FirmwareRun.start(board, access, firmware)) {
      terminal.run();
    } catch (IOException e) {
      throw new CommandException(
          ExitCode.USAGE, "the terminal cannot be used: " + e.getMessage(), e);
    }
    return ExitCode.OK.code();
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
