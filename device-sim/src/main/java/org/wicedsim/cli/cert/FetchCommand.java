package org.wicedsim.cli.cert;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.Callable;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.wicedsim.cli.ClassServerPlace;
import org.wicedsim.cli.CommandException;
import org.wicedsim.cli.ExitCode;
import org.wicedsim.cli.LanOption;
import org.wicedsim.pki.CertificateFacts;
import org.wicedsim.pki.ChainFetcher;
import org.wicedsim.pki.JavaRoots;
import org.wicedsim.pki.Pem;
import org.wicedsim.pki.ServerChain;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `wiced-sim cert fetch`: what a browser's certificate viewer saves.
@Command(
    name = "fetch",
    description = {
      "Fetch a TLS server's certificates, and save one of them or all.",
      "Nothing is verified: compare the fingerprint, or use 'cert verify'."
    },
    footer = {
      "",
      "Examples:",
      "  ./wiced-sim cert fetch httpbin.org --out root.pem",
      "  ./wiced-sim cert fetch httpbin.org:443 --which intermediate --out ca.pem",
      "  ./wiced-sim cert fetch wwep.ww101.cypress.com:40508 --out wwep_cert.pem",
      "",
      "A root is seldom sent. It comes from Java's own list then, if it is there."
    })
final class FetchCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private LanOption lanOption;

  @Mixin private MakeOptions.Force forceOption;

  @Parameters(
      paramLabel = "HOST[:PORT]",
      converter = HostPort.Converter.class,
      description = "The server; without a port 443.")
  private HostPort server = new HostPort("", 0);

  @Option(
      names = "--which",
      paramLabel = "W",
      defaultValue = "root",
      description = "server, intermediate, root, or chain: all that is sent. (Default: root)")
  private Which which = Which.ROOT;

  @Option(
      names = "--out",
      paramLabel = "F",
      description = "Where it goes, as PEM. (Default: it is printed)")
  private @Nullable Path out;

  @Option(names = "--json", description = "Print what was fetched as JSON.")
  private boolean json;

  private enum Which {
    SERVER,
    INTERMEDIATE,
    ROOT,
    CHAIN
  }

  @Override
  public Integer call() {
    try (LanOption.Chosen chosen = lanOption.choose()) {
      InetSocketAddress target =
          new InetSocketAddress(
              new ClassServerPlace(chosen.lan()).resolve(server.host()), server.port());
      ServerChain chain = fetch(target);
      List<X509Certificate> wanted = wanted(chain);
      if (out != null) {
        forceOption.files().add(out, Pem.encode(wanted)).write();
      }
      tell(chain, wanted);
      return ExitCode.OK.code();
    }
  }

  private ServerChain fetch(InetSocketAddress target) {
    try {
      return ChainFetcher.fetch(target, server.host());
    } catch (SSLException e) {
      throw new CommandException(
          ExitCode.TLS_REFUSED,
          "no certificate from %s: %s; expected a server that speaks TLS (a class server does on port 40508)"
              .formatted(server, e.getMessage()),
          e);
    } catch (IOException e) {
      throw new CommandException(
          ExitCode.NO_CONNECTION,
          "no connection to %s: %s; check name and port, and that the server runs"
              .formatted(server, e.getMessage()),
          e);
    }
  }

  private List<X509Certificate> wanted(ServerChain chain) {
    return switch (which) {
      case SERVER -> List.of(chain.server());
      case CHAIN -> chain.sent();
      case INTERMEDIATE ->
          List.of(
              chain
                  .intermediate()
                  .orElseThrow(
                      () -> missing(chain, "sent no intermediate certificate", "--which root")));
      case ROOT ->
          List.of(
              chain
                  .root(JavaRoots.certificates())
                  .orElseThrow(() ->
                      missing(
                          chain,
                          "did not send its root certificate, and it is not among Java's",
                          "--which intermediate")));
    };
  }

  private CommandException missing(ServerChain chain, String what, String instead) {
    X509Certificate last = chain.sent().getLast();
    return new CommandException(
        ExitCode.BAD_ANSWER,
        "%s %s: its chain ends with the issuer %s; try %s, or ask that CA for the file"
            .formatted(server, what, CertificateFacts.of(last).issuer(), instead));
  }

  private void tell(ServerChain chain, List<X509Certificate> wanted) {
    PrintWriter console = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    if (json) {
      console.println(toJson(chain, wanted));
    } else if (out == null) {
      console.print(Pem.encode(wanted));
    }
    for (X509Certificate certificate : wanted) {
      CertificateFacts facts = CertificateFacts.of(certificate);
      err.println(
          "%s%s: %s, SHA-256 %s"
              .formatted(
                  out == null ? "" : out + ": ",
                  facts.subject(),
                  chain.sent().contains(certificate) ? "sent by " + server : "from Java's list",
                  facts.fingerprint()));
    }
    err.println("The chain was not verified: 'cert verify' does that.");
  }

  private JsonObject toJson(ServerChain chain, List<X509Certificate> wanted) {
    JsonObject result = new JsonObject();
    result.addProperty("server", server.toString());
    result.addProperty("verified", false);
    JsonArray saved = new JsonArray();
    for (X509Certificate certificate : wanted) {
      JsonObject one = FactsJson.of(CertificateFacts.of(certificate));
      one.addProperty("sent", chain.sent().contains(certificate));
      one.addProperty("pem", Pem.encode(certificate));
      saved.add(one);
    }
    result.add("certificates", saved);
    return result;
  }
}
