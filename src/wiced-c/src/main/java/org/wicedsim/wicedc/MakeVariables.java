package org.wicedsim.wicedc;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The variables of a makefile, and how text with references to them is expanded.
final class MakeVariables {
  /// Deeper is a variable that refers to itself.
  private static final int MAX_DEPTH = 50;

  private static final Pattern FUNCTION = Pattern.compile("([a-z][a-z-]*)\\s+(.*)", Pattern.DOTALL);
  private static final Pattern SUBSTITUTION = Pattern.compile("([^:]+):([^=]*)=(.*)");

  private final Map<String, Variable> variables = new LinkedHashMap<>();
  private final Map<String, String> given = new HashMap<>();
  private final Set<String> readNames = new HashSet<>();
  private final MakeFunctions functions;
  private final Consumer<String> notes;
  private int depth;

  /// @param recursive whether the value is expanded when it is read, not when it is set
  /// @param place where it was set last, such as `app.mk:7`
  record Variable(String value, boolean recursive, String place) {}

  /// @param given variables that have a value before the makefile is read
  MakeVariables(Path folder, Map<String, String> given, Consumer<String> notes) {
    this.functions = new MakeFunctions(folder);
    this.given.putAll(given);
    this.notes = notes;
  }

  /// What the makefile has set, in its order.
  Map<String, Variable> set() {
    return variables;
  }

  boolean isRead(String name) {
    return readNames.contains(name);
  }

  boolean isDefined(String name) {
    readNames.add(name);
    return !raw(name).isEmpty();
  }

  /// The expanded value; empty for a variable that has none.
  String value(String name) throws BuildException {
    readNames.add(name);
    Variable variable = variables.get(name);
    if (variable == null) {
      return given.getOrDefault(name, "");
    }
    return variable.recursive() ? expand(variable.value(), variable.place()) : variable.value();
  }

  /// Does what an assignment says.
  ///
  /// @param operator `=`, `:=`, `?=` or `+=`
  void assign(String name, String operator, String text, String place) throws BuildException {
    Variable before = variables.get(name);
    boolean exists = before != null || given.containsKey(name);
    switch (operator) {
      case ":=", "::=", ":::=" ->
          variables.put(name, new Variable(expand(text, place), false, place));
      case "?=" -> {
        if (!exists) {
          variables.put(name, new Variable(text, true, place));
        }
      }
      case "+=" -> {
        boolean recursive = before == null ? !exists : before.recursive();
        String more = recursive ? text : expand(text, place);
        variables.put(name, new Variable((raw(name) + " " + more).strip(), recursive, place));
      }
      default -> variables.put(name, new Variable(text, true, place));
    }
  }

  private String raw(String name) {
    Variable variable = variables.get(name);
    return variable == null ? given.getOrDefault(name, "") : variable.value();
  }

  /// The text with all references replaced.
  ///
  /// @param place for messages, such as `app.mk:7`
  String expand(String text, String place) throws BuildException {
    if (++depth > MAX_DEPTH) {
      throw bad(place, "a variable refers to itself: use := instead of =");
    }
    StringBuilder expanded = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c != '$' || at + 1 == text.length()) {
        expanded.append(c);
        at++;
        continue;
      }
      char next = text.charAt(at + 1);
      if (next == '(' || next == '{') {
        int end = MakeText.closing(text, at + 1);
        if (end < 0) {
          throw bad(
              place,
              "'%s' is not closed: expected a %s"
                  .formatted(text.substring(at), next == '(' ? ")" : "}"));
        }
        expanded.append(reference(text.substring(at + 2, end), place));
        at = end + 1;
      } else {
        expanded.append(next == '$' ? "$" : reference(String.valueOf(next), place));
        at += 2;
      }
    }
    depth--;
    return expanded.toString();
  }

  private String reference(String inner, String place) throws BuildException {
    Matcher function = FUNCTION.matcher(inner.stripLeading());
    if (function.matches()) {
      return call(function.group(1), function.group(2), place);
    }
    String name = expand(inner, place).strip();
    Matcher substitution = SUBSTITUTION.matcher(name);
    if (substitution.matches()) {
      return substituted(substitution, place);
    }
    return known(name, place);
  }

  private String substituted(Matcher substitution, String place) throws BuildException {
    String from = substitution.group(2);
    String to = substitution.group(3);
    boolean pattern = from.contains("%");
    List<String> arguments =
        List.of(
            pattern ? from : "%" + from,
            pattern ? to : "%" + to,
            known(substitution.group(1), place));
    return functions.call("patsubst", arguments).orElse("");
  }

  private String known(String name, String place) throws BuildException {
    if (!variables.containsKey(name) && !given.containsKey(name)) {
      notes.accept("%s: $(%s) has no value".formatted(place, name));
    }
    return value(name);
  }

  private String call(String function, String text, String place) throws BuildException {
    List<String> parts = MakeText.arguments(text);
    if (function.equals("if") && parts.size() > 1) {
      boolean holds = !expand(parts.getFirst(), place).isBlank();
      return holds
          ? expand(parts.get(1), place)
          : expand(String.join(",", parts.subList(2, parts.size())), place);
    }
    String[] arguments = new String[parts.size()];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = expand(parts.get(i), place);
    }
    String all = String.join(",", arguments);
    return switch (function) {
      case "info", "warning" -> {
        notes.accept("%s: %s".formatted(place, all));
        yield "";
      }
      case "error" -> throw bad(place, all);
      default -> {
        Optional<String> result = functions.call(function, List.of(arguments));
        if (result.isEmpty()) {
          notes.accept(
              "%s: $(%s ...) is not understood here: taken for nothing".formatted(place, function));
        }
        yield result.orElse("");
      }
    };
  }

  private static BuildException bad(String place, String what) {
    return new BuildException(BuildException.Kind.BAD_APPLICATION, place + ": " + what);
  }
}
