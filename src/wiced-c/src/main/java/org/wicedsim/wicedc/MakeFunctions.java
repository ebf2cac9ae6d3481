package org.wicedsim.wicedc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The functions of GNU make that have no effect but their result.
///
/// @param folder that `wildcard` looks into
record MakeFunctions(Path folder) {
  /// The result; empty for a function that is not among these.
  ///
  /// @param arguments expanded
  Optional<String> call(String function, List<String> arguments) {
    String first = arguments.getFirst();
    String last = arguments.getLast();
    return switch (function + "/" + arguments.size()) {
      case "strip/1" -> Optional.of(each(first, word -> word));
      case "notdir/1" -> Optional.of(each(first, word -> word.substring(slash(word))));
      case "dir/1" -> Optional.of(each(first, MakeFunctions::folderOf));
      case "basename/1" -> Optional.of(each(first, word -> word.substring(0, dot(word))));
      case "suffix/1" -> Optional.of(each(first, word -> word.substring(dot(word))));
      case "firstword/1" -> Optional.of(MakeText.words(first).stream().findFirst().orElse(""));
      case "lastword/1" ->
          Optional.of(MakeText.words(first).stream().reduce("", (_, word) -> word));
      case "words/1" -> Optional.of(String.valueOf(MakeText.words(first).size()));
      case "sort/1" ->
          Optional.of(
              MakeText.words(first).stream().sorted().distinct().collect(Collectors.joining(" ")));
      case "wildcard/1" -> Optional.of(wildcard(first));
      case "addprefix/2" -> Optional.of(each(last, word -> first + word));
      case "addsuffix/2" -> Optional.of(each(last, word -> word + first));
      case "findstring/2" -> Optional.of(last.contains(first) ? first : "");
      case "filter/2" -> Optional.of(filter(last, word -> isOneOf(first, word)));
      case "filter-out/2" -> Optional.of(filter(last, word -> !isOneOf(first, word)));
      case "subst/3" -> Optional.of(first.isEmpty() ? last : last.replace(first, arguments.get(1)));
      case "patsubst/3" ->
          Optional.of(
              each(
                  last,
                  word -> MakeText.substituted(first.strip(), arguments.get(1).strip(), word)));
      default -> Optional.empty();
    };
  }

  private static String each(String text, UnaryOperator<String> change) {
    return MakeText.words(text).stream().map(change).collect(Collectors.joining(" "));
  }

  private static String filter(String text, Predicate<String> wanted) {
    return MakeText.words(text).stream().filter(wanted).collect(Collectors.joining(" "));
  }

  private static boolean isOneOf(String patterns, String word) {
    return MakeText.words(patterns).stream()
        .anyMatch(pattern -> MakeText.matches(pattern, word, '%'));
  }

  private static int slash(String word) {
    return word.lastIndexOf('/') + 1;
  }

  private static String folderOf(String word) {
    return word.contains("/") ? word.substring(0, slash(word)) : "./";
  }

  private static int dot(String word) {
    int dot = word.lastIndexOf('.');
    return dot < slash(word) ? word.length() : dot;
  }

  /// Files by patterns with stars in the last part of the path.
  private String wildcard(String patterns) {
    return MakeText.words(patterns).stream()
        .flatMap(pattern -> files(pattern).stream())
        .collect(Collectors.joining(" "));
  }

  private List<String> files(String pattern) {
    String parent = pattern.substring(0, slash(pattern));
    Path searched = folder.resolve(parent);
    if (!Files.isDirectory(searched)) {
      return List.of();
    }
    try (Stream<Path> found = Files.list(searched)) {
      var matcher =
          searched.getFileSystem().getPathMatcher("glob:" + pattern.substring(slash(pattern)));
      return found
          .map(Path::getFileName)
          .filter(matcher::matches)
          .map(name -> parent + name)
          .sorted()
          .toList();
    } catch (IOException _) {
      return List.of();
    }
  }
}
