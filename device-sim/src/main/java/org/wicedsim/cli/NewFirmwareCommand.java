package org.wicedsim.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `wiced-sim new firmware`: writes a Java firmware that runs, for the user to go on from.
@Command(
    name = "firmware",
    description = {
      "Write NAME.java, a firmware that runs: its LED follows a button, and it",
      "joins the network. Nothing is ever overwritten."
    },
    footer = {
      "",
      "Example:",
      "  ./wiced-sim new firmware Blink",
      "  ./wiced-sim run Blink.java",
      "",
      "docs/firmware.md goes on from there."
    })
final class NewFirmwareCommand implements Callable<Integer> {
  private static final String TEMPLATE = "Firmware.java.template";
  private static final String NAME_MARK = "@NAME@";

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "NAME",
      description = "The name of the class, such as Blink.")
  private String name = "";

  @Option(
      names = "--dir",
      paramLabel = "D",
      defaultValue = "",
      description = "The folder to write into. (Default: this one)")
  private Path folder = Path.of("");

  @Override
  public Integer call() {
    String template = template();
    checkName(template);
    Path file = folder.resolve(name + ".java");
    try {
      Files.writeString(file, template.replace(NAME_MARK, name), StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw new CommandException(
          ExitCode.BAD_INPUT_FILE,
          "%s is there already, and nothing is overwritten: choose another name".formatted(file),
          e);
    } catch (IOException e) {
      throw new CommandException(
          ExitCode.BAD_INPUT_FILE, "%s cannot be written: %s".formatted(file, reason(e)), e);
    }
    spec.commandLine()
        .getOut()
        .println("wrote %s; run it with: ./wiced-sim run %s".formatted(file, file));
    return ExitCode.OK.code();
  }

  private void checkName(String template) {
    if (!SourceVersion.isIdentifier(name) || SourceVersion.isKeyword(name)) {
      throw new CommandException(
          ExitCode.USAGE,
          "'%s' cannot be the name of a class: expected a Java name, such as Blink"
              .formatted(name));
    }
    if (isImported(template) || isInJavaLang()) {
      throw new CommandException(
          ExitCode.USAGE,
          "'%s' is the name of a class that the firmware uses: choose another one".formatted(name));
    }
  }

  private boolean isImported(String template) {
    return Pattern.compile("^import .*\\." + Pattern.quote(name) + ";$", Pattern.MULTILINE)
        .matcher(template)
        .find();
  }

  private boolean isInJavaLang() {
    return Object.class.getResource(name + ".class") != null;
  }

  private static String template() {
    try (InputStream resource = NewFirmwareCommand.class.getResourceAsStream(TEMPLATE)) {
      return new String(
          Objects.requireNonNull(resource, TEMPLATE).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String reason(IOException e) {
    return e instanceof NoSuchFileException
        ? "there is no such folder"
        : String.valueOf(e.getMessage());
  }
}
