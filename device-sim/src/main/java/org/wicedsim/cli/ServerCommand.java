package org.wicedsim.cli;

import java.io.InterruptedIOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wicedsim.pki.Identity;
import org.wicedsim.pki.KeyKind;
import org.wicedsim.pki.Pem;
import org.wicedsim.wwep.ConnectionMode;
import org.wicedsim.wwepserver.BindFailedException;
import org.wicedsim.wwepserver.ClassServer;
import org.wicedsim.wwepserver.ClassServerConfig;
import org.wicedsim.wwepserver.MemoryRegisterStore;
import org.wicedsim.wwepserver.RegisterStore;
import org.wicedsim.wwepserver.ServerIdentity;
import org.wicedsim.wwepserver.TlsSettings;
import org.wicedsim.wwepserver.Transport;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `wiced-sim server`: the class server, plain and TLS at once, until Ctrl-C.
@Command(
    name = "server",
    description = {
      "Run the class server, plain and TLS at once, until Ctrl-C.",
      "One line a transaction: number, peer, plain or TLS, request, answer."
    },
    footer = {
      "",
      "Examples:",
      "  ./wiced-sim server",
      "  ./wiced-sim server --lan 60 --keep-alive --quiet",
      "  ./wiced-sim server --bind 0.0.0.0 --cert site.pem --key site.key",
      "",
      "Nothing listens beyond this machine unless --bind says so."
    })
final class ServerCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private LanOption lanOption;

  @Mixin private LimitOptions limitOptions;

  @Option(
      names = "--bind",
      paramLabel = "A",
      description = {
        "Listen at this address; may be given again.",
        "(Default: 127.0.0.1 and the LAN's 198.51.100.3)"
      })
  private List<String> bind = List.of();

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "27708",
      description = "The port for plain connections; 0 is any. (Default: ${DEFAULT-VALUE})")
  private int port;

  @Option(
      names = "--tls-port",
      paramLabel = "N",
      defaultValue = "40508",
      description = "The port for TLS connections; 0 is any. (Default: ${DEFAULT-VALUE})")
  private int tlsPort;

  @ArgGroup(exclusive = false)
  private @Nullable IdentityFiles identityFiles;

  @Option(
      names = "--client-ca",
      paramLabel = "F",
      description = "Demand a client certificate that these PEM certificates lead to.")
  private @Nullable Path clientCa;

  @Option(
      names = "--keep-alive",
      description = "Many requests on one connection. (Default: one, then it is closed)")
  private boolean keepAlive;

  @Option(
      names = "--store",
      paramLabel = "S",
      defaultValue = "memory",
      description = "Where the registers are kept: memory. (Default: ${DEFAULT-VALUE})")
  private Store store = Store.MEMORY;

  @Option(names = "--quiet", description = "Print no transactions.")
  private boolean quiet;

  private enum Store {
    MEMORY;

    RegisterStore open() {
      return switch (this) {
        case MEMORY -> new MemoryRegisterStore();
      };
    }
  }

  private static final class IdentityFiles {
    @Option(
        names = "--cert",
        paramLabel = "F",
        required = true,
        description = "The server's certificate, PEM. (Default: this installation's identity)")
    private Path certificate = Path.of("");

    @Option(
        names = "--key",
        paramLabel = "F",
        required = true,
        description = "The private key of --cert, PEM.")
    private Path key = Path.of("");
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    try (LanOption.Chosen chosen = lanOption.choose()) {
      ClassServerPlace place = new ClassServerPlace(chosen.lan());
      ServerLog log = new ServerLog(chosen.lan(), out, err);
      ClassServerConfig.Builder config =
          ClassServerConfig.builder()
              .addresses(addresses(place))
              .plainPort(port)
              .tls(tls(place, err))
              .mode(keepAlive ? ConnectionMode.PERSISTENT : ConnectionMode.ONE_SHOT)
              .limits(limitOptions.limits())
              .store(store.open())
              .events(log::onEvent);
      if (!quiet) {
        config.transactions(log);
      }
      serve(config.build(), chosen, err);
      return ExitCode.OK.code();
    }
  }

  private void serve(ClassServerConfig config, LanOption.Chosen chosen, PrintWriter err) {
    try (ClassServer server = ClassServer.start(config)) {
      // Ctrl-C and SIGTERM end the JVM: the hook lets what is under way be answered before.
      Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop"));
      err.println(
          "wiced-sim server: LAN %d, plain %d, TLS %d; Ctrl-C ends it"
              .formatted(
                  chosen.lan().number(), server.port(Transport.PLAIN), server.port(Transport.TLS)));
      err.flush();
      new CountDownLatch(1).await();
    } catch (BindFailedException e) {
      throw new CommandException(
          ExitCode.ADDRESS_IN_USE,
          "%s; choose other ports with --port and --tls-port, or another LAN with --lan"
              .formatted(e.getMessage()),
          e);
    } catch (InterruptedException | InterruptedIOException _) {
      Thread.currentThread().interrupt();
    }
  }

  private List<InetAddress> addresses(ClassServerPlace place) {
    return bind.isEmpty()
        ? Stream.of(InetAddress.ofLiteral("127.0.0.1"), place.loopback()).distinct().toList()
        : bind.stream().map(place::resolve).toList();
  }

  private TlsSettings tls(ClassServerPlace place, PrintWriter err) {
    Identity identity =
        identityFiles == null
            ? place.identity(KeyKind.EC_P256, err).identity()
            : Pem.identity(identityFiles.certificate, identityFiles.key);
    ServerIdentity served = new ServerIdentity(identity.privateKey(), identity.chain());
    return new TlsSettings(
        tlsPort, served, clientCa == null ? List.of() : Pem.certificates(clientCa));
  }
}
