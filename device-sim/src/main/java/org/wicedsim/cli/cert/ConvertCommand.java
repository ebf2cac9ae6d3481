package org.wicedsim.cli.cert;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wicedsim.cli.CommandException;
import org.wicedsim.cli.ExitCode;
import org.wicedsim.pki.NewFiles;
import org.wicedsim.pki.PkiContent;
import org.wicedsim.pki.PkiItem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `wiced-sim cert convert`: from DER to PEM, back, and into C source.
@Command(
    name = "convert",
    description = {
      "Convert certificates, requests and keys between PEM and DER, or into a C array.",
      "What the file is, its content tells: .cer may be either."
    },
    footer = {
      "",
      "Examples:",
      "  ./wiced-sim cert convert site.cer --out site.pem",
      "  ./wiced-sim cert convert site.pem --to der --out site.der",
      "  ./wiced-sim cert convert ca.pem --to c-array --c-name httpbin_root_ca_certificate"
    })
final class ConvertCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private MakeOptions.Force forceOption;

  @Parameters(paramLabel = "FILE", description = "The file; - is standard input.")
  private Path file = Path.of("");

  @Option(
      names = "--to",
      paramLabel = "FORM",
      defaultValue = "pem",
      description = "pem, der or c-array. (Default: ${DEFAULT-VALUE})")
  private Form to = Form.PEM;

  @Option(
      names = "--number",
      paramLabel = "N",
      description = "Only the Nth thing of the file, as 'cert show' numbers them.")
  private @Nullable Integer number;

  @Option(
      names = "--c-name",
      paramLabel = "NAME",
      defaultValue = "certificate",
      description = "The C array's name. (Default: ${DEFAULT-VALUE})")
  private String arrayName = "";

  @Option(
      names = "--out",
      paramLabel = "F",
      description = "Where it goes. (Default: it is printed, but for DER and private keys)")
  private @Nullable Path out;

  private enum Form {
    PEM("pem"),
    DER("der"),
    C_ARRAY("c-array");

    private final String option;

    Form(String option) {
      this.option = option;
    }

    /// As it is typed; picocli reads it, too.
    @Override
    public String toString() {
      return option;
    }
  }

  @Override
  public Integer call() {
    Input input = Input.read(file);
    List<PkiItem> chosen = chosen(input);
    switch (to) {
      case PEM -> write(pem(chosen, input.name()), chosen);
      case C_ARRAY -> write(CArray.of(arrayName, pem(chosen, input.name())), chosen);
      case DER -> writeDer(chosen, input.name());
    }
    return ExitCode.OK.code();
  }

  private List<PkiItem> chosen(Input input) {
    List<PkiItem> items = input.items();
    if (number != null) {
      if (number < 1 || number > items.size()) {
        throw new CommandException(
            ExitCode.USAGE,
            "--number %d: %s holds %d".formatted(number, input.name(), items.size()));
      }
      return List.of(items.get(number - 1));
    }
    // openssl writes a curve's name before an EC key: nobody misses it.
    List<PkiItem> known =
        items.stream().filter(item -> !(item.content() instanceof PkiContent.Other)).toList();
    if (known.isEmpty()) {
      throw new CommandException(
          ExitCode.BAD_INPUT_FILE,
          "%s holds %s; expected a certificate, a certificate request or a key"
              .formatted(input.name(), items.getFirst().description()));
    }
    return known;
  }

  private static String pem(List<PkiItem> items, String source) {
    return items.stream().map(item -> item.pem(source)).collect(Collectors.joining());
  }

  private void write(String text, List<PkiItem> items) {
    boolean secret = items.stream().anyMatch(PkiItem::isSecret);
    if (out != null) {
      NewFiles files = forceOption.files();
      (secret ? files.addSecret(out, text) : files.add(out, text)).write();
    } else if (secret) {
      throw new CommandException(
          ExitCode.USAGE, "a private key is not printed: name a file for it with --out");
    } else {
      spec.commandLine().getOut().print(text);
    }
  }

  private void writeDer(List<PkiItem> items, String source) {
    if (items.size() > 1) {
      throw new CommandException(
          ExitCode.BAD_INPUT_FILE,
          "%s holds %d things, and a file in DER takes one: choose with --number"
              .formatted(source, items.size()));
    }
    if (out == null) {
      throw new CommandException(
          ExitCode.USAGE, "DER is nothing to print: name a file for it with --out");
    }
    PkiItem item = items.getFirst();
    byte[] der = item.der(source);
    NewFiles files = forceOption.files();
    (item.isSecret() ? files.addSecret(out, der) : files.add(out, der)).write();
  }
}
