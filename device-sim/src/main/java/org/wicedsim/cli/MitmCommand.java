package org.wicedsim.cli;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wicedsim.cli.mitm.JsonReport;
import org.wicedsim.cli.mitm.ManInTheMiddle;
import org.wicedsim.cli.mitm.MitmEvent;
import org.wicedsim.cli.mitm.MitmLimits;
import org.wicedsim.cli.mitm.Route;
import org.wicedsim.cli.mitm.Tally;
import org.wicedsim.cli.mitm.TextReport;
import org.wicedsim.hal.DidYouMean;
import org.wicedsim.pki.Impostor;
import org.wicedsim.pki.Impostors;
import org.wicedsim.pki.KeyKind;
import org.wicedsim.pki.StagedImpostor;
import org.wicedsim.wiced.VirtualLan;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/// `wiced-sim mitm`: sits between a board and the class server, and shows what it reads (SPEC 5.3).
@Command(
    name = "mitm",
    description = {
      "Be the man in the middle: pass on what clients say to a server, and show what it reads.",
      "It proves itself with a false certificate: who does not verify its server is read in clear.",
      "For the virtual LAN only."
    },
    footer = {
      "",
      "Examples:",
      "  ./wiced-sim mitm",
      "  ./wiced-sim mitm --impostor wrong-name",
      "  ./wiced-sim mitm --listen 40509 --target 198.51.100.3:40508",
      "",
      "A board is led to it with './wiced-sim run --tls --server 198.51.100.66'.",
      "docs/labs/man-in-the-middle.md is a lab around it."
    })
final class MitmCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private LanOption lanOption;

  @Option(
      names = "--listen",
      paramLabel = "[A:]PORT",
      converter = MitmEnds.ListenConverter.class,
      description = {
        "Listen here alone: TLS, or plain with --plain; port 0 is any.",
        "(Default: 198.51.100.66, plain 27708 and TLS 40508)"
      })
  private MitmEnds.@Nullable Listen listen;

  @Option(
      names = "--target",
      paramLabel = "HOST[:PORT]",
      converter = MitmEnds.TargetConverter.class,
      defaultValue = "198.51.100.3",
      description = {
        "The server that the clients mean. (Default: ${DEFAULT-VALUE})",
        "(Default port: the class server's, plain 27708 and TLS 40508)"
      })
  private MitmEnds.Target target = new MitmEnds.Target("", null);

  @Option(
      names = "--impostor",
      paramLabel = "NAME",
      converter = ImpostorConverter.class,
      completionCandidates = ImpostorNames.class,
      defaultValue = "self-signed",
      description = {
        "How to play the server: ${COMPLETION-CANDIDATES}.",
        "(Default: ${DEFAULT-VALUE})"
      })
  private Impostor impostor = Impostor.SELF_SIGNED;

  @Option(names = "--plain", description = "Plain connections only.")
  private boolean plain;

  @Option(names = "--json", description = "Print every event as one JSON object a line.")
  private boolean json;

  static final class ImpostorNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Impostor.ids().iterator();
    }
  }

  static final class ImpostorConverter implements ITypeConverter<Impostor> {
    @Override
    public Impostor convert(String text) {
      return Impostor.named(text).orElseThrow(() -> new TypeConversionException(unknown(text)));
    }

    private static String unknown(String text) {
      List<String> near = DidYouMean.of(text, Impostor.ids());
      return "'%s': expected %s"
          .formatted(
              text,
              near.isEmpty()
                  ? "one of " + String.join(", ", Impostor.ids())
                  : "'" + String.join("' or '", near) + "'?");
    }
  }

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    try (LanOption.Chosen chosen = lanOption.choose()) {
      ClassServerPlace place = new ClassServerPlace(chosen.lan());
      List<Route> routes = new MitmEnds(place).routes(Optional.ofNullable(listen), target, plain);
      StagedImpostor staged =
          Impostors.stage(
              impostor,
              place.identity(KeyKind.EC_P256, err).identity(),
              Clock.systemUTC().instant());
      serve(routes, staged, chosen.lan(), err);
      return ExitCode.OK.code();
    }
  }

  private void serve(List<Route> routes, StagedImpostor staged, VirtualLan lan, PrintWriter err) {
    Function<InetSocketAddress, String> names = address -> name(lan, address);
    PrintWriter out = spec.commandLine().getOut();
    Tally tally = new Tally();
    Consumer<MitmEvent> report = json ? new JsonReport(names, out) : new TextReport(names, out);
    ManInTheMiddle middle = start(routes, staged, report.andThen(tally));
    AtomicBoolean ended = new AtomicBoolean();
    Runnable end =
        () -> {
          if (ended.compareAndSet(false, true)) {
            middle.close();
            err.println("wiced-sim mitm: " + tally.sentence());
            err.flush();
          }
        };
    // Ctrl-C and SIGTERM end the JVM.
    Runtime.getRuntime().addShutdownHook(new Thread(end, "stop"));
    announce(routes, middle.addresses(), names, lan, err);
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      end.run();
    }
  }

  private static ManInTheMiddle start(
      List<Route> routes, StagedImpostor staged, Consumer<MitmEvent> listener) {
    try {
      return ManInTheMiddle.start(routes, staged, MitmLimits.DEFAULT, listener);
    } catch (InterruptedIOException e) {
      throw new CommandException(ExitCode.INTERRUPTED, "interrupted", e);
    } catch (IOException e) {
      throw new CommandException(
          ExitCode.ADDRESS_IN_USE,
          e.getMessage() + "; choose another place with --listen, or another LAN with --lan",
          e);
    }
  }

  private void announce(
      List<Route> routes,
      List<InetSocketAddress> addresses,
      Function<InetSocketAddress, String> names,
      VirtualLan lan,
      PrintWriter err) {
    for (int i = 0; i < routes.size(); i++) {
      Route route = routes.get(i);
      err.println(
          "wiced-sim mitm: LAN %d, %s at %s, on to %s"
              .formatted(
                  lan.number(),
                  route.tls() ? "TLS" : "plain",
                  names.apply(addresses.get(i)),
                  names.apply(route.target())));
    }
    if (routes.stream().anyMatch(Route::tls)) {
      err.println("wiced-sim mitm: presents " + impostor.stages());
    }
    err.println("wiced-sim mitm: Ctrl-C ends it");
    err.flush();
  }

  private static String name(VirtualLan lan, InetSocketAddress end) {
    InetAddress address = end.getAddress();
    return lan.addressOf(address).map(Object::toString).orElse(address.getHostAddress())
        + ":"
        + end.getPort();
  }
}
