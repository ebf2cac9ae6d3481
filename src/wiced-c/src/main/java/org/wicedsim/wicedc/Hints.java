package org.wicedsim.wicedc;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What to do about well-known messages of the compiler and the linker.
final class Hints {
  /// More would hide the messages.
  private static final int MAX_HINTS = 5;

  /// In a sentence, `$1` is what the first group of the pattern has matched.
  private static final Map<Pattern, String> SENTENCES = new LinkedHashMap<>();

  static {
    on(
        "error: [`']result' undeclared",
        "the course's text leaves out declarations: add 'wiced_result_t result;'");
    on(
        "error: [`'](resources_\\w+)' undeclared",
        "$1 is the symbol of a resource: include \"resources.h\", and list the file in"
            + " $(NAME)_RESOURCES or put it into the application's resources folder");
    on(
        "fatal error: (std(?:io|lib|int|def)|string)\\.h: No such file",
        "the C library's headers are not installed (Debian: sudo apt install libc6-dev)");
    on(
        "fatal error: ((?!std|string\\.h)[^\\s:]+): No such file",
        "$1 is neither in the application's folder nor of the simulated SDK: name its folder in"
            + " $(NAME)_INCLUDES or GLOBAL_INCLUDES");
    on(
        "error: too many arguments to function [`'](\\w+)'(?=(?s:.*)expected 0)",
        "in C23, () means (void): leave -std out of $(NAME)_CFLAGS, or declare the parameters of"
            + " $1");
    on(
        "undefined reference to [`'](?!wiced_|application_start)(\\w+)'",
        "no source that is built defines $1: is its file in $(NAME)_SOURCES?");
    on(
        "undefined reference to [`'](wiced_\\w+)'",
        "$1 is no function of the simulated SDK: check its spelling");
    on(
        "multiple definition of [`'](\\w+)'",
        "$1 is defined more than once: in a header, declare it with extern, and define it in one"
            + " source");
  }

  /// What the linker does not notice, since nobody in the application calls it.
  static final String NO_START =
      "the application has no function application_start: define 'void application_start( void )',"
          + " where the firmware begins";

  private Hints() {}

  /// The messages, and below them what to do about them.
  static String withHints(String messages) {
    String hints =
        SENTENCES.entrySet().stream()
            .flatMap(sentence ->
                sentence
                    .getKey()
                    .matcher(messages)
                    .results()
                    .map(match -> filled(sentence.getValue(), match))
                    .distinct())
            .distinct()
            .limit(MAX_HINTS)
            .map("hint: %s\n"::formatted)
            .collect(Collectors.joining());
    return (messages.stripTrailing() + "\n" + hints).stripTrailing();
  }

  private static String filled(String sentence, MatchResult match) {
    return match.groupCount() == 0 ? sentence : sentence.replace("$1", match.group(1));
  }

  private static void on(String pattern, String sentence) {
    SENTENCES.put(Pattern.compile(pattern), sentence);
  }
}
