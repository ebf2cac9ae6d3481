package org.wicedsim.wicedc;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which lines of a makefile count: those of the branches that hold.
final class MakeConditions {
  private static final Pattern DIRECTIVE =
      Pattern.compile("(ifeq|ifneq|ifdef|ifndef|else|endif)\\b\\s*(.*)");
  private static final Pattern QUOTED =
      Pattern.compile("(?:\"([^\"]*)\"|'([^']*)')\\s*(?:\"([^\"]*)\"|'([^']*)')");

  private final MakeVariables variables;
  private final Deque<Branches> open = new ArrayDeque<>();

  /// An if that has no endif yet.
  private static final class Branches {
    private final String place;
    private final boolean counts;
    private boolean taken;
    private boolean current;
    private boolean last;

    /// @param counts whether any of its branches can count
    Branches(String place, boolean counts) {
      this.place = place;
      this.counts = counts;
    }

    void enter(boolean holds) {
      current = counts && !taken && holds;
      taken |= current;
    }
  }

  MakeConditions(MakeVariables variables) {
    this.variables = variables;
  }

  /// Whether the lines at this place count.
  boolean hold() {
    return open.isEmpty() || open.getFirst().current;
  }

  /// Follows a line.
  ///
  /// @return false for a line that is no condition
  boolean take(String line, String place) throws BuildException {
    Matcher directive = DIRECTIVE.matcher(line);
    if (!directive.matches()) {
      return false;
    }
    String rest = directive.group(2).strip();
    switch (directive.group(1)) {
      case "endif" -> {
        innermost("endif", place);
        open.removeFirst();
      }
      case "else" -> orElse(rest, place);
      default -> {
        Branches branches = new Branches(place, hold());
        branches.enter(branches.counts && holds(directive.group(1), rest, place));
        open.addFirst(branches);
      }
    }
    return true;
  }

  /// @throws BuildException when an endif is missing
  void end() throws BuildException {
    if (!open.isEmpty()) {
      throw bad(open.getFirst().place, "this condition has no end: expected an endif");
    }
  }

  private void orElse(String rest, String place) throws BuildException {
    Branches branches = innermost("else", place);
    if (branches.last) {
      throw bad(place, "a second else: expected endif");
    }
    if (rest.isEmpty()) {
      branches.last = true;
      branches.enter(true);
      return;
    }
    Matcher next = DIRECTIVE.matcher(rest);
    if (!next.matches() || !next.group(1).startsWith("if")) {
      throw bad(
          place, "'else %s': expected ifeq, ifneq, ifdef or ifndef behind else".formatted(rest));
    }
    branches.enter(
        branches.counts && !branches.taken && holds(next.group(1), next.group(2).strip(), place));
  }

  private Branches innermost(String directive, String place) throws BuildException {
    if (open.isEmpty()) {
      throw bad(place, "%s without an if".formatted(directive));
    }
    return open.getFirst();
  }

  private boolean holds(String directive, String rest, String place) throws BuildException {
    return switch (directive) {
      case "ifdef" -> variables.isDefined(variables.expand(rest, place).strip());
      case "ifndef" -> !variables.isDefined(variables.expand(rest, place).strip());
      case "ifeq" -> areEqual(rest, place);
      default -> !areEqual(rest, place);
    };
  }

  private boolean areEqual(String rest, String place) throws BuildException {
    List<String> sides = sides(rest);
    if (sides.size() != 2) {
      throw bad(place, "'%s': expected (one,other) or \"one\" \"other\"".formatted(rest));
    }
    return variables
        .expand(sides.getFirst().strip(), place)
        .equals(variables.expand(sides.getLast().strip(), place));
  }

  private static List<String> sides(String rest) {
    if (rest.startsWith("(") && rest.endsWith(")")) {
      return MakeText.arguments(rest.substring(1, rest.length() - 1));
    }
    Matcher quoted = QUOTED.matcher(rest);
    return quoted.matches() ? List.of(either(quoted, 1), either(quoted, 3)) : List.of();
  }

  private static String either(Matcher quoted, int group) {
    String text = quoted.group(group);
    return text == null ? quoted.group(group + 1) : text;
  }

  private static BuildException bad(String place, String what) {
    return new BuildException(BuildException.Kind.BAD_APPLICATION, place + ": " + what);
  }
}
