package org.wicedsim.wiced;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// `docs/diagnostics.md` against the source: a code that a user sees is explained, and what is
/// explained exists.
class DiagnosticsPageTest {
  private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

  /// A code in a call, of Java or C, or in the constant that a class with one code keeps it in.
  private static final Pattern CODE_IN_SOURCE =
      Pattern.compile(
          "(?:\\.diagnose\\(|sim_diagnose\\(|DIAGNOSTIC =|HalEvent\\.Diagnostic\\()"
              + "\\s*\"([a-z0-9-]+)\"");

  /// What is handed to `diagnose` instead of a code: each stands for codes that are known here.
  private static final Pattern OTHER_ARGUMENT =
      Pattern.compile("\\.diagnose\\(\\s*([^\"\\s][^,]*),");

  private static final Pattern FIRST_CELL = Pattern.compile("(?m)^\\| `([a-z0-9-]+)` \\|");

  @Test
  void thePageExplainsEveryCodeAndNoOther() throws IOException {
    Set<String> codes = new TreeSet<>();
    sources().forEach(source -> codes.addAll(found(CODE_IN_SOURCE, source)));
    for (TlsRefusal.Reason reason : TlsRefusal.Reason.values()) {
      codes.add(reason.code());
    }
    for (Ledger.Kind kind : Ledger.Kind.values()) {
      codes.add(kind.code());
    }
    for (Context context : List.of(Context.INTERRUPT, Context.TIMER)) {
      codes.addAll(Arrays.asList(context.lostCode(), context.blockingCode()));
    }

    assertThat(found(FIRST_CELL, Files.readString(ROOT.resolve("docs/diagnostics.md"))))
        .containsExactlyInAnyOrderElementsOf(codes);
  }

  /// A code that is computed elsewhere would pass the test above unseen.
  @Test
  void everyOtherCodeComesFromAPlaceThatThisTestKnows() throws IOException {
    Set<String> arguments = new TreeSet<>();
    sources().forEach(source -> arguments.addAll(found(OTHER_ARGUMENT, source)));

    assertThat(arguments)
        .containsExactlyInAnyOrder(
            "DIAGNOSTIC",
            "NativeMemory.string(code)",
            "code",
            "context.blockingCode()",
            "kind.lostCode()",
            "leak.code()",
            "refusal.reason().code()");
  }

  private static List<String> sources() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(file -> file.toString().contains("/src/main/"))
          .filter(file -> file.toString().matches(".*\\.(java|c)"))
          .map(DiagnosticsPageTest::read)
          .toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> found(Pattern pattern, String text) {
    List<String> all = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      all.add(matcher.group(1));
    }
    return all;
  }
}
