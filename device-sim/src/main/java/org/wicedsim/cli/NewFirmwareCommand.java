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

/// `wiced-sim new firmware`: writes a firmware that runs, for the user to go on from.
@Command(
    name = "firmware",
    description = {
      "Write NAME.java, a firmware that runs: its LED follows a button, and it",
      "joins the network. With --c, write the folder NAME with NAME.c and NAME.mk, a",
      "client of the class server. Nothing is ever overwritten."
    },
    footer = {
      "",
      "Example:",
      "  ./wiced-sim new firmware Blink",
      "  ./wiced-sim run Blink.java",
      "  ./wiced-sim new firmware --c Client",
      "  ./wiced-sim run Client",
      "",
      "docs/firmware.md and docs/c-firmware.md go on from there."
    })
final class NewFirmwareCommand implements Callable<Integer> {
  private static final String JAVA_TEMPLATE = "Firmware.java.template";
  private static final String C_TEMPLATE = "Firmware.c.template";
  private static final String MAKEFILE_TEMPLATE = "Firmware.mk.template";
  private static final String NAME_MARK = "@NAME@";
  private static final Pattern NAME_IN_C = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "NAME",
      description = "The name of the class or of the folder, such as Blink.")
  private String name = "";

  @Option(names = "--c", description = "Write it in C, with a makefile.")
  private boolean inC;

  @Option(
      names = "--dir",
      paramLabel = "D",
      defaultValue = "",
      description = "The folder to write into. (Default: this one)")
  private Path folder = Path.of("");

  @Override
  public Integer call() {
    Path written = inC ? writeFolder() : writeClass();
    spec.commandLine()
        .getOut()
        .println("wrote %s; run it with: ./wiced-sim run %s".formatted(written, written));
    return ExitCode.OK.code();
  }

  private Path writeClass() {
    String template = template(JAVA_TEMPLATE);
    checkName(template);
    Path file = folder.resolve(name + ".java");
    write(file, template);
    return file;
  }

  private Path writeFolder() {
    if (!NAME_IN_C.matcher(name).matches()) {
      throw new CommandException(
          ExitCode.USAGE,
          "'%s' cannot be the name of an application: expected letters, digits, _ and -, such as Blink"
              .formatted(name));
    }
    Path application = folder.resolve(name);
    try {
      Files.createDirectory(application);
    } catch (IOException e) {
      throw cannotWrite(application, e);
    }
    write(application.resolve(name + ".c"), template(C_TEMPLATE));
    write(application.resolve(name + ".mk"), template(MAKEFILE_TEMPLATE));
    return application;
  }

  private void write(Path file, String template) {
    try {
      Files.writeString(file, template.replace(NAME_MARK, name), StandardOpenOption.CREATE_NEW);
    } catch (IOException e) {
      throw cannotWrite(file, e);
    }
  }

  private static CommandException cannotWrite(Path path, IOException e) {
    String message =
        e instanceof FileAlreadyExistsException
            ? "%s is there already, and nothing is overwritten: choose another name".formatted(path)
            : "%s cannot be written: %s".formatted(path, reason(e));
    return new CommandException(ExitCode.BAD_INPUT_FILE, message, e);
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

  private static String template(String file) {
    try (InputStream resource = NewFirmwareCommand.class.getResourceAsStream(file)) {
      return new String(
          Objects.requireNonNull(resource, file).readAllBytes(), StandardCharsets.UTF_8);
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
