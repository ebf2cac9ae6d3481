package org.wicedsim.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wicedsim.control.BoardSetup;
import org.wicedsim.firmware.Exercise;
import org.wicedsim.hal.BoardDescription;
import org.wicedsim.hal.Dct;
import org.wicedsim.hal.Ipv4Address;
import org.wicedsim.hal.LanDescription;
import org.wicedsim.pki.Identity;
import org.wicedsim.pki.KeyKind;
import org.wicedsim.pki.Pem;
import org.wicedsim.scenario.Script;
import org.wicedsim.wiced.LanAccess;
import org.wicedsim.wiced.LanSeat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `wiced-sim run`: a board with firmware, and the class server that it talks to.
@Command(
    name = "run",
    description = {
      "Run firmware on a board: the LED client unless another one is named.",
      "With a terminal, keys are buttons; otherwise a script presses them."
    },
    footer = {
      "",
      "Examples:",
      "  ./wiced-sim run",
      "  ./wiced-sim run --tls --server 192.0.2.7",
      "  ./wiced-sim run 04                # the server of exercise 04, and in another terminal",
      "  ./wiced-sim run 02 --server none  # the client of exercise 02",
      "  ./wiced-sim run MyFirmware.java",
      "  ./wiced-sim run path/to/app       # C firmware with its makefile; or app.c",
      "  ./wiced-sim run --script press.script --json",
      "  echo 'tap 1' | ./wiced-sim run --script -",
      "",
      "docs/exercises.md has the exercises, docs/firmware.md how to write firmware,",
      "docs/c-firmware.md how C firmware runs,",
      "docs/scripts.md the script language, docs/boards.md the board files."
    })
final class RunCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "FIRMWARE",
      converter = FirmwareChoice.Converter.class,
      description = {
        "An exercise of the course, 01 to 07 (--list has all), a .java file, a .jar file;",
        "or C firmware: a folder with a WICED makefile, a .mk file, or a .c file.",
        "(Default: the LED client: button 1 toggles the LED and tells the class server)"
      })
  private FirmwareChoice firmware = new FirmwareChoice.LedClient();

  @Option(names = "--list", description = "Print the exercises, and run none.")
  private boolean list;

  @Mixin private LanOption lanOption;

  @Mixin private LanFileOption lanFileOption;

  @Mixin private BoardOptions boardOptions;

  @Option(
      names = "--address",
      paramLabel = "A",
      converter = Ipv4AddressConverter.class,
      description = {
        "The address that the LAN gives the board. (Default: the first free one from the",
        "board file's on; servers have the class server's, 198.51.100.3)"
      })
  private @Nullable Ipv4Address address;

  @Option(names = "--tls", description = "The LED client speaks TLS, and verifies the server.")
  private boolean tls;

  @Option(
      names = "--server",
      paramLabel = "S",
      converter = ServerChoice.Converter.class,
      description = {
        "embedded: start a class server, unless one listens on this LAN already;",
        "none: start none; HOST[:PORT[:TLSPORT]]: one elsewhere.",
        "(Default: embedded; none where the board has the class server's address)"
      })
  private @Nullable ServerChoice server;

  @Option(
      names = "--ca",
      paramLabel = "FILE",
      description = "What the firmware trusts. (Default: the class server's certificate)")
  private @Nullable Path ca;

  @Mixin private COptions cOptions;

  @Mixin private ScriptOptions scriptOptions;

  @Override
  public Integer call() {
    return (list ? printExercises() : run()).code();
  }

  private ExitCode printExercises() {
    PrintWriter out = spec.commandLine().getOut();
    for (Exercise exercise : Exercise.values()) {
      out.printf("%-8s  %s%n", exercise.id(), exercise.title());
    }
    return ExitCode.OK;
  }

  private ExitCode run() {
    checkOptions();
    try (LanOption.Chosen chosen = lanOption.choose()) {
      BoardDescription first = boardOptions.describe(0, firmware);
      LanDescription onLan = lanFileOption.read();
      ClassServerPlace classPlace = new ClassServerPlace(chosen.lan());
      Identity identity = classPlace.identity(KeyKind.EC_P256, err()).identity();
      List<X509Certificate> trusted = ca == null ? identity.chain() : Pem.certificates(ca);
      try (ReadyFirmware ready =
          ReadyFirmware.of(firmware, tls, Pem.encode(trusted), cOptions.build(first, err()))) {
        BoardAddress place = place(first, ready);
        ServerChoice wantedServer = serverFor(place);
        // Standard input is read last: what is wrong with the command line is told before.
        Optional<Script> script = scriptOptions.script(first, err());
        try (ClassServerChoice classServer =
                ClassServerChoice.of(wantedServer, classPlace, identity);
            LanSeat seat = place.take(chosen.lan())) {
          BoardDescription described =
              provisioned(
                  boardOptions.describe(BoardAddress.distance(seat, first), firmware), trusted);
          BoardSetup setup =
              new BoardSetup(
                  described,
                  System.nanoTime(),
                  new LanAccess(chosen.lan(), seat.address(), classServer.elsewhere(), onLan),
                  place.isClassServers()
                      ? BoardFiles.ofClassServer(identity, ready.folder())
                      : BoardFiles.ofClient(trusted, ready.folder()),
                  BoardStorage.file(described.mac()),
                  ready.image());
          BoardRun board =
              new BoardRun(
                  spec.commandLine(),
                  described,
                  setup.lan(),
                  ready.board(setup, this::tell),
                  notes(ready, place, classServer));
          return script.isPresent()
              ? board.withScript(script.get(), scriptOptions.format(spec.commandLine().getOut()))
              : board.inTerminal();
        }
      }
    }
  }

  private void checkOptions() {
    if (tls && !(firmware instanceof FirmwareChoice.LedClient)) {
      throw new CommandException(
          ExitCode.USAGE,
          "--tls is for the LED client: exercises and your own firmware choose TLS themselves");
    }
    cOptions.check(firmware);
  }

  private List<String> notes(
      ReadyFirmware ready, BoardAddress place, ClassServerChoice classServer) {
    return firmware instanceof FirmwareChoice.CApplication
            && ready.isClassServer()
            && place.isClassServers()
        ? List.of(
            classServer.description(),
            "the firmware listens: its board has the class server's address and certificate")
        : List.of(classServer.description());
  }

  /// What the board file put into the DCT stays there.
  private BoardDescription provisioned(BoardDescription board, List<X509Certificate> trusted) {
    Dct.Security security = board.dct().security();
    if (!firmware.wantsCertificateInDct() || !security.certificate().isEmpty()) {
      return board;
    }
    return board.withDct(
        board.dct().withSecurity(new Dct.Security(Pem.encode(trusted), security.privateKey())));
  }

  private BoardAddress place(BoardDescription first, ReadyFirmware ready) {
    if (address != null) {
      return BoardAddress.exactly(address);
    }
    return ready.isClassServer()
        ? BoardAddress.exactly(ClassServerPlace.ADDRESS)
        : BoardAddress.firstFree(first);
  }

  private ServerChoice serverFor(BoardAddress place) {
    if (!place.isClassServers()) {
      return server == null ? new ServerChoice.Embedded() : server;
    }
    if (ca != null) {
      throw new CommandException(
          ExitCode.USAGE, "--ca is what a client trusts, and this board is the class server");
    }
    if (server instanceof ServerChoice.Embedded) {
      throw new CommandException(
          ExitCode.USAGE,
          "this board has the class server's address itself: leave out --server embedded, or choose"
              + " another address with --address");
    }
    return server == null ? new ServerChoice.None() : server;
  }

  private void tell(String note) {
    err().println("wiced-sim: " + note);
    err().flush();
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
