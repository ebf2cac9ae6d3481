package org.wicedsim.wicedc;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The makefile of an application: its variables, as GNU make would set them. Rules are not
/// followed.
final class Makefile {
  private static final Pattern ASSIGNMENT =
      Pattern.compile(
          "(?:(?:override|export)\\s+)*((?:\\$\\([^)]*\\)|\\$\\{[^}]*}|[^\\s:=#+?!$])+)"
              + "\\s*(:::=|::=|:=|\\?=|\\+=|!=|=)\\s*(.*)");
  private static final Pattern MESSAGE = Pattern.compile("\\$[({](info|warning|error)\\b.*[)}]");

  private final Path file;
  private final MakeVariables variables;
  private final Consumer<String> notes;
  private boolean inRecipe;
  private boolean inDefinition;

  private Makefile(Path file, MakeVariables variables, Consumer<String> notes) {
    this.file = file;
    this.variables = variables;
    this.notes = notes;
  }

  /// Reads a makefile.
  ///
  /// @param given variables that have a value before
  /// @param notes is told of what is not understood, each once
  /// @throws BuildException when the file cannot be read, or a line makes no sense
  static Makefile read(Path file, Map<String, String> given, Consumer<String> notes)
      throws BuildException {
    Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
    Set<String> said = new HashSet<>();
    Consumer<String> once =
        note -> {
          if (said.add(note)) {
            notes.accept(note);
          }
        };
    Makefile makefile = new Makefile(file, new MakeVariables(folder, given, once), once);
    makefile.take(text(file));
    return makefile;
  }

  /// The value, without blanks around it; empty when it has none.
  String value(String name) throws BuildException {
    return variables.value(name).strip();
  }

  /// The words of the value.
  List<String> words(String name) throws BuildException {
    return MakeText.words(variables.value(name));
  }

  /// Where a variable was set last, such as `app.mk:7`; the file when it was not.
  String placeOf(String name) {
    MakeVariables.Variable variable = variables.set().get(name);
    return variable == null ? String.valueOf(file.getFileName()) : variable.place();
  }

  /// The variables that are set, by nobody read, and not among those given.
  List<String> unread() {
    return variables.set().keySet().stream().filter(name -> !variables.isRead(name)).toList();
  }

  private void take(String text) throws BuildException {
    MakeConditions conditions = new MakeConditions(variables);
    List<MakefileLine> lines =
        MakefileLine.of(
            text,
            number ->
                notes.accept(
                    "%s: there are blanks behind the backslash: taken for the end of the line"
                        .formatted(place(number))));
    for (MakefileLine line : lines) {
      String place = place(line.number());
      boolean ofRecipe = inRecipe && line.tabbed();
      if (!ofRecipe && !conditions.take(line.text(), place) && conditions.hold()) {
        inRecipe = false;
        takeLine(line.text(), place);
      }
    }
    conditions.end();
  }

  private void takeLine(String line, String place) throws BuildException {
    if (inDefinition) {
      inDefinition = !line.startsWith("endef");
      return;
    }
    Matcher assignment = ASSIGNMENT.matcher(line);
    if (line.startsWith("define ")) {
      inDefinition = true;
      notes.accept("%s: define is not understood here: left out".formatted(place));
    } else if (assignment.matches() && !assignment.group(2).equals("!=")) {
      String name = variables.expand(assignment.group(1), place).strip();
      variables.assign(name, assignment.group(2), assignment.group(3), place);
    } else if (MESSAGE.matcher(line).matches()) {
      variables.expand(line, place);
    } else {
      inRecipe = line.contains(":");
      notes.accept(
          "%s: '%s' is not understood here: expected NAME := value".formatted(place, line));
    }
  }

  private String place(int number) {
    return file.getFileName() + ":" + number;
  }

  private static String text(Path file) throws BuildException {
    try {
      // Not readString, which refuses a comment in another encoding.
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new BuildException(
          BuildException.Kind.BAD_APPLICATION,
          "%s cannot be read: %s".formatted(file, e.getMessage()),
          e);
    }
  }
}
