package org.wicedsim.wicedc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wicedsim.wiced.WicedEvent;

/// What the address sanitizer prints when it has found something, line by line: the kind of error,
/// the access, and the calls that led to it. What follows (other stacks, shadow memory) is for
/// people who know it, and left out.
final class SanitizerReport {
  private static final Pattern BEGIN =
      Pattern.compile("==\\d+==\\s*ERROR: AddressSanitizer: (?<kind>\\S+)(?<rest>.*)");
  private static final Pattern ACCESS =
      Pattern.compile("(?<how>READ|WRITE) of size (?<size>\\d+) at \\S+ thread \\S+.*");
  private static final Pattern FRAME =
      Pattern.compile("\\s*#\\d+ 0x[0-9a-f]+ in (?<function>\\S+) (?<place>\\S+)");
  private static final Pattern SOURCE = Pattern.compile("(?<file>.*\\.[ch]):(?<line>\\d+)(:\\d+)?");

  /// What is the SDK's own, such as how a thread of the firmware is entered.
  private static final Pattern SDK = Pattern.compile(".*/shim/sim_\\w+\\.c");

  private static final Pattern END = Pattern.compile("==\\d+==\\s*ABORTING.*");

  /// How many calls of a stack are kept.
  private static final int MAX_FRAMES = 32;

  private String kind = "";
  private String access = "";
  private final List<String> stack = new ArrayList<>();
  private boolean inReport;
  private boolean inFirstStack;

  /// Takes a line of the process's output.
  ///
  /// @return whether it belongs to a report
  boolean take(String line) {
    Matcher begin = BEGIN.matcher(line);
    if (begin.matches() && kind.isEmpty()) {
      kind = begin.group("kind");
      inReport = true;
      inFirstStack = true;
      return true;
    }
    if (!inReport) {
      return isFrameOfReport(line);
    }
    if (END.matcher(line).matches()) {
      inReport = false;
    } else if (inFirstStack) {
      takeOfFirstStack(line);
    }
    return true;
  }

  /// What was found, in one line; empty when nothing was.
  Optional<String> found() {
    if (kind.isEmpty()) {
      return Optional.empty();
    }
    String where = stack.isEmpty() ? "" : "in %s: ".formatted(stack.getFirst());
    return Optional.of(where + kind + (access.isEmpty() ? "" : ", " + access));
  }

  /// The end of the firmware; empty when nothing was found.
  Optional<WicedEvent.FirmwareCrashed> crash() {
    return found().map(what -> new WicedEvent.FirmwareCrashed("", what, stack));
  }

  /// Lines of `=` stand before and behind.
  private static boolean isFrameOfReport(String line) {
    return line.length() > 20 && line.chars().allMatch(c -> c == '=');
  }

  private void takeOfFirstStack(String line) {
    Matcher how = ACCESS.matcher(line);
    if (how.matches()) {
      access =
          "%s octet%s %s"
              .formatted(
                  how.group("size"),
                  how.group("size").equals("1") ? "" : "s",
                  how.group("how").equals("READ") ? "read" : "written");
      return;
    }
    Matcher frame = FRAME.matcher(line);
    if (frame.lookingAt()) {
      Matcher source = SOURCE.matcher(frame.group("place"));
      if (source.matches()
          && !SDK.matcher(source.group("file")).matches()
          && stack.size() < MAX_FRAMES) {
        stack.add(
            "%s (%s:%s)"
                .formatted(
                    frame.group("function"), fileName(source.group("file")), source.group("line")));
      }
    } else if (!stack.isEmpty()) {
      inFirstStack = false;
    }
  }

  private static String fileName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
