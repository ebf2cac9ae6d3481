package org.wicedsim.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wicedsim.firmware.Exercise;
import org.wicedsim.hal.BoardDescription;
import org.wicedsim.hal.Dct;
import org.wicedsim.hal.Ipv4Address;
import org.wicedsim.hal.LanDescription;
import org.wicedsim.hal.Resources;
import org.wicedsim.hal.SystemClock;
import org.wicedsim.hal.VirtualBoard;
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
      "  ./wiced-sim run --script press.script --json",
      "  echo 'tap 1' | ./wiced-sim run --script -",
      "",
      "docs/exercises.md has the exercises, docs/firmware.md how to write firmware,",
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
        "An exercise of the course, 01 to 07 (--list has all), a .java file, or a .jar file.",
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
        "board file's on; exercises that are servers have the class server's, 198.51.100.3)"
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
    if (tls && !(firmware instanceof FirmwareChoice.LedClient)) {
      throw new CommandException(
          ExitCode.USAGE,
          "--tls is for the LED client: exercises and your own firmware choose TLS themselves");
    }
    try (LanOption.Chosen chosen = lanOption.choose()) {
      BoardDescription first = boardOptions.describe(0);
      LanDescription onLan = lanFileOption.read();
      BoardAddress place = place(first);
      ServerChoice wantedServer = serverFor(place);
      Optional<Script> script = scriptOptions.script(first, err());
      ClassServerPlace classPlace = new ClassServerPlace(chosen.lan());
      Identity identity = classPlace.identity(KeyKind.EC_P256, err()).identity();
      List<X509Certificate> trusted = ca == null ? identity.chain() : Pem.certificates(ca);
      try (LoadedFirmware loaded = LoadedFirmware.of(firmware, tls, Pem.encode(trusted));
          ClassServerChoice classServer = ClassServerChoice.of(wantedServer, classPlace, identity);
          LanSeat seat = place.take(chosen.lan())) {
        Resources files =
            place.isClassServers()
                ? BoardFiles.ofClassServer(identity, loaded.folder())
                : BoardFiles.ofClient(trusted, loaded.folder());
        BoardDescription described =
            provisioned(boardOptions.describe(BoardAddress.distance(seat, first)), trusted);
        BoardRun board =
            new BoardRun(
                spec.commandLine(),
                new VirtualBoard(
                    described, files, new SystemClock(), BoardStorage.dct(described, err())),
                new LanAccess(chosen.lan(), seat.address(), classServer.elsewhere(), onLan),
                loaded.firmware(),
                List.of(classServer.description()));
        return script.isPresent()
            ? board.withScript(script.get(), scriptOptions.format(spec.commandLine().getOut()))
            : board.inTerminal();
      }
    }
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

  private BoardAddress place(BoardDescription first) {
    if (address != null) {
      return BoardAddress.exactly(address);
    }
    return firmware.isClassServer()
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

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
