package org.wicedsim.cli.cert;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wicedsim.cli.ClassServerPlace;
import org.wicedsim.cli.ExitCode;
import org.wicedsim.cli.LanOption;
import org.wicedsim.pki.CertificateFacts;
import org.wicedsim.pki.KeyKind;
import org.wicedsim.pki.Pem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `wiced-sim cert export`: the certificate that proves this installation's class server.
@Command(
    name = "export",
    description = {
      "Save the class server's certificate: what firmware trusts to reach it by TLS.",
      "It is made when it is first asked for. Its private key never leaves its place."
    },
    footer = {
      "",
      "Examples:",
      "  ./wiced-sim cert export --out wwep_cert.pem",
      "  ./wiced-sim cert export --lan 60 | ./wiced-sim cert show -"
    })
final class ExportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private LanOption lanOption;

  @Mixin private MakeOptions.Force forceOption;

  @Option(
      names = "--out",
      paramLabel = "F",
      description = "Where the certificate goes. (Default: it is printed)")
  private @Nullable Path out;

  @Override
  public Integer call() {
    PrintWriter console = spec.commandLine().getOut();
    try (LanOption.Chosen chosen = lanOption.choose()) {
      X509Certificate certificate =
          new ClassServerPlace(chosen.lan())
              .identity(KeyKind.EC_P256, spec.commandLine().getErr())
              .identity()
              .certificate();
      String pem = Pem.encode(certificate);
      if (out == null) {
        console.print(pem);
      } else {
        forceOption.files().add(out, pem).write();
        console.println(SelfSignedCommand.describe(out, CertificateFacts.of(certificate)));
      }
      return ExitCode.OK.code();
    }
  }
}
