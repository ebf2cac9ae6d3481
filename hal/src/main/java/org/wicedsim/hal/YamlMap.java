package org.wicedsim.hal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// A YAML mapping that knows where each of its parts stands, so that a message can point there.
final class YamlMap {
  /// Turns the text of a scalar into a value.
  @FunctionalInterface
  interface Reader<T> {
    /// Reads a value.
    ///
    /// @throws IllegalArgumentException with a message that names the text and what was expected
    T read(String text);
  }

  private record Entry(Node key, Node value) {}

  private final String file;
  private final Node node;
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  private YamlMap(String file, Node node) throws BoardFileException {
    this.file = file;
    this.node = node;
    if (!(node instanceof MappingNode mapping)) {
      throw problem(file, node, "expected 'key: value' pairs");
    }
    for (NodeTuple tuple : mapping.getValue()) {
      String key = text(file, tuple.getKeyNode());
      Entry entry = new Entry(tuple.getKeyNode(), tuple.getValueNode());
      if (entries.put(key, entry) != null) {
        throw problem(file, tuple.getKeyNode(), "'%s' stands here a second time".formatted(key));
      }
    }
  }

  /// Reads a document that is one mapping.
  static YamlMap parse(String file, String text) throws BoardFileException {
    Node root;
    try {
      LoadSettings settings = LoadSettings.builder().setLabel(file).build();
      root =
          new Compose(settings)
              .composeString(text)
              .orElseThrow(
                  () -> new BoardFileException(file, 1, 1, "the file is empty: expected a board"));
    } catch (MarkedYamlEngineException e) {
      Mark mark = e.getProblemMark().or(e::getContextMark).orElse(null);
      int line = mark == null ? 1 : mark.getLine() + 1;
      int column = mark == null ? 1 : mark.getColumn() + 1;
      throw new BoardFileException(file, line, column, "not YAML: " + e.getProblem());
    } catch (YamlEngineException e) {
      throw new BoardFileException(file, 1, 1, "not YAML: " + e.getMessage());
    }
    return new YamlMap(file, root);
  }

  /// Refuses every key that is not one of `known`.
  void allow(String... known) throws BoardFileException {
    for (Map.Entry<String, Entry> entry : entries.entrySet()) {
      List<String> keys = List.of(known);
      if (!keys.contains(entry.getKey())) {
        throw problem(
            file,
            entry.getValue().key(),
            "unknown key '%s': expected %s"
                .formatted(
                    entry.getKey(),
                    Suggestion.closest(entry.getKey(), keys)
                        .map(close -> "'" + close + "'?")
                        .orElse("one of " + String.join(", ", keys))));
      }
    }
  }

  boolean has(String key) {
    return entries.containsKey(key);
  }

  Collection<String> keys() {
    return entries.keySet();
  }

  <T> T value(String key, Reader<T> reader) throws BoardFileException {
    Node value = required(key);
    try {
      return reader.read(text(file, value));
    } catch (IllegalArgumentException e) {
      throw problem(file, value, key + ": " + e.getMessage());
    }
  }

  <T> T value(String key, Reader<T> reader, T otherwise) throws BoardFileException {
    return has(key) ? value(key, reader) : otherwise;
  }

  YamlMap map(String key) throws BoardFileException {
    return new YamlMap(file, required(key));
  }

  Optional<YamlMap> optionalMap(String key) throws BoardFileException {
    return has(key) ? Optional.of(map(key)) : Optional.empty();
  }

  List<YamlMap> maps(String key, int atLeast) throws BoardFileException {
    Node value = required(key);
    if (!(value instanceof SequenceNode sequence) || sequence.getValue().size() < atLeast) {
      throw problem(
          file, value, "%s: expected a list of at least %d entries".formatted(key, atLeast));
    }
    List<YamlMap> maps = new ArrayList<>();
    for (Node element : sequence.getValue()) {
      maps.add(new YamlMap(file, element));
    }
    return maps;
  }

  /// A problem with the value of `key`.
  BoardFileException problem(String key, String message) throws BoardFileException {
    return problem(file, required(key), key + ": " + message);
  }

  private Node required(String key) throws BoardFileException {
    Entry entry = entries.get(key);
    if (entry == null) {
      throw problem(file, node, "'%s' is missing".formatted(key));
    }
    return entry.value();
  }

  private static String text(String file, Node node) throws BoardFileException {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw problem(file, node, "expected one value, not a list or a mapping");
  }

  private static BoardFileException problem(String file, Node node, String message) {
    int line = node.getStartMark().map(Mark::getLine).orElse(0) + 1;
    int column = node.getStartMark().map(Mark::getColumn).orElse(0) + 1;
    return new BoardFileException(file, line, column, message);
  }
}
