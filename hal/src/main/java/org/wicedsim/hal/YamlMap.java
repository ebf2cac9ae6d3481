package org.wicedsim.hal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.exceptions.Mark;
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

  /// @param name what the mapping is, for messages
  private YamlMap(String file, String name, Node node) throws BoardFileException {
    this.file = file;
    this.node = node;
    if (!(node instanceof MappingNode mapping)) {
      throw problem(file, node, name + ": expected 'key: value' pairs");
    }
    for (NodeTuple tuple : mapping.getValue()) {
      String key = text(file, "a key of " + name, tuple.getKeyNode());
      Entry entry = new Entry(tuple.getKeyNode(), tuple.getValueNode());
      if (entries.put(key, entry) != null) {
        throw problem(file, tuple.getKeyNode(), "'%s' stands here a second time".formatted(key));
      }
    }
  }

  /// Reads a document that is one mapping.
  ///
  /// @param name what it describes, for messages
  static YamlMap parse(String file, String name, String text) throws BoardFileException {
    return new YamlMap(file, name, YamlText.compose(file, name, text));
  }

  /// Refuses every key that is not one of `known`.
  void allow(String... known) throws BoardFileException {
    List<String> expected = List.of(known);
    for (Map.Entry<String, Entry> entry : entries.entrySet()) {
      String key = entry.getKey();
      if (!expected.contains(key)) {
        throw problem(
            file,
            entry.getValue().key(),
            "unknown key '%s': expected %s".formatted(key, DidYouMean.expected(key, expected)));
      }
    }
  }

  boolean has(String key) {
    return entries.containsKey(key);
  }

  Collection<String> keys() {
    return entries.keySet();
  }

  /// Whether the value of `key` is a mapping.
  boolean isMap(String key) throws BoardFileException {
    return required(key) instanceof MappingNode;
  }

  /// Reads a key that is a value itself.
  <T> T key(String key, Reader<T> reader) throws BoardFileException {
    try {
      return reader.read(key);
    } catch (IllegalArgumentException e) {
      Entry entry = entries.get(key);
      throw problem(file, entry == null ? node : entry.key(), String.valueOf(e.getMessage()));
    }
  }

  String text(String key) throws BoardFileException {
    return value(key, text -> text);
  }

  <T> T value(String key, Reader<T> reader) throws BoardFileException {
    Node value = required(key);
    try {
      return reader.read(text(file, key, value));
    } catch (IllegalArgumentException e) {
      throw problem(file, value, key + ": " + e.getMessage());
    }
  }

  <T> T value(String key, Reader<T> reader, T otherwise) throws BoardFileException {
    return has(key) ? value(key, reader) : otherwise;
  }

  YamlMap map(String key) throws BoardFileException {
    return new YamlMap(file, key, required(key));
  }

  List<YamlMap> maps(String key, int atLeast) throws BoardFileException {
    Node value = required(key);
    if (!(value instanceof SequenceNode sequence) || sequence.getValue().size() < atLeast) {
      String length = atLeast == 0 ? "" : " of at least %d entries".formatted(atLeast);
      throw problem(file, value, key + ": expected a list" + length);
    }
    List<YamlMap> maps = new ArrayList<>();
    for (Node element : sequence.getValue()) {
      maps.add(new YamlMap(file, "an entry of " + key, element));
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

  private static String text(String file, String name, Node node) throws BoardFileException {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw problem(file, node, name + ": expected one value, not a list or a mapping");
  }

  private static BoardFileException problem(String file, Node node, String message) {
    int line = node.getStartMark().map(Mark::getLine).orElse(0) + 1;
    int column = node.getStartMark().map(Mark::getColumn).orElse(0) + 1;
    return new BoardFileException(file, line, column, message);
  }
}
