package org.wicedsim.cli.cert;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.wicedsim.cli.ExitCode;
import org.wicedsim.pki.CertificateRequest;
import org.wicedsim.pki.KeyFacts;
import org.wicedsim.pki.Pem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `wiced-sim cert request`: a key, and the request to a CA for a certificate.
@Command(
    name = "request",
    description = {
      "Make a key, and a request (CSR) that a CA signs with 'cert sign'.",
      "The request goes to the CA; the private key stays with you."
    },
    footer = {
      "",
      "Examples:",
      "  ./wiced-sim cert request --name board.example",
      "  ./wiced-sim cert request --name board-7 --ec --out board.csr --key-out board.key"
    })
final class RequestCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private NameOptions nameOptions;

  @Mixin private MakeOptions.Key keyOption;

  @Mixin private MakeOptions.Force forceOption;

  @Option(
      names = "--out",
      paramLabel = "F",
      defaultValue = "request.csr",
      description = "Where the request goes. (Default: ${DEFAULT-VALUE})")
  private Path out = Path.of("");

  @Option(
      names = "--key-out",
      paramLabel = "F",
      defaultValue = "key.pem",
      description = "Where the private key goes, for your eyes only. (Default: ${DEFAULT-VALUE})")
  private Path keyOut = Path.of("");

  @Override
  public Integer call() {
    NameOptions.Names names = nameOptions.chooseForServer("localhost");
    CertificateRequest.WithKey made =
        NameOptions.asUsage(() ->
            CertificateRequest.make(
                names.subject(), names.dnsNames(), names.addresses(), keyOption.kind()));
    forceOption
        .files()
        .addSecret(keyOut, Pem.encode(made.privateKey()))
        .add(out, made.request().pem())
        .write();
    PrintWriter console = spec.commandLine().getOut();
    console.println(
        "%s: private key, %s; keep it to yourself"
            .formatted(keyOut, KeyFacts.of(made.privateKey())));
    console.println(
        "%s: request for %s; send it to the CA".formatted(out, made.request().subjectText()));
    return ExitCode.OK.code();
  }
}
