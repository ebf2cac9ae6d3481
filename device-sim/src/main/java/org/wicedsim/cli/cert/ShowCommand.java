package org.wicedsim.cli.cert;

import com.google.gson.JsonArray;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.wicedsim.cli.ExitCode;
import org.wicedsim.pki.PkiItem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `wiced-sim cert show`: what is inside a file.
@Command(
    name = "show",
    description = {
      "Show what is inside a file of certificates, requests or keys, PEM or DER.",
      "Private keys are named, never shown. Several certificates are shown as a chain, too."
    },
    footer = {
      "",
      "Examples:",
      "  ./wiced-sim cert show certificate.pem",
      "  ./wiced-sim cert fetch httpbin.org --which chain | ./wiced-sim cert show -",
      "  ./wiced-sim cert show site.cer --json"
    })
final class ShowCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The file; - is standard input.")
  private Path file = Path.of("");

  @Option(names = "--json", description = "One JSON array with an object for each thing.")
  private boolean json;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    List<PkiItem> items = Input.read(file).items();
    if (json) {
      JsonArray all = new JsonArray();
      items.forEach(item -> all.add(FactsJson.of(item.content())));
      out.println(all);
      return ExitCode.OK.code();
    }
    FactsText text = new FactsText(out, Instant.now());
    for (int i = 0; i < items.size(); i++) {
      if (items.size() > 1) {
        out.print("%s%d. ".formatted(i == 0 ? "" : "\n", i + 1));
      }
      text.print(items.get(i).content());
    }
    ChainText.print(items, out);
    return ExitCode.OK.code();
  }
}
