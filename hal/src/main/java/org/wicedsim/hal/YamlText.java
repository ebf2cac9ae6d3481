package org.wicedsim.hal;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/// Reads a text as one YAML document, within limits that no board file comes near.
///
/// The engine answers deep nesting with a stack overflow, and some malformed escapes with whatever
/// its number parser throws. Here every text gives a node or a [BoardFileException].
final class YamlText {
  /// How deep lists and mappings may be nested; a board file needs four.
  static final int MAX_NESTING = 16;

  /// How many aliases (`*name`) a file may use.
  static final int MAX_ALIASES = 50;

  private final String file;
  private final String text;
  private final LoadSettings settings;
  private @Nullable Mark reached;

  private YamlText(String file, String text) {
    this.file = file;
    this.text = text;
    settings =
        LoadSettings.builder().setLabel(file).setMaxAliasesForCollections(MAX_ALIASES).build();
  }

  /// The root of the one document in `text`.
  ///
  /// @param name what it describes, for messages
  static Node compose(String file, String name, String text) throws BoardFileException {
    YamlText yaml = new YamlText(file, text);
    yaml.checkCharacters();
    try {
      yaml.checkLimits();
      return new Compose(yaml.settings)
          .composeString(text)
          .orElseThrow(
              () -> new BoardFileException(file, 1, 1, "the file is empty: expected " + name));
    } catch (MarkedYamlEngineException e) {
      throw yaml.problem(
          e.getProblemMark().or(e::getContextMark).orElse(yaml.reached), "not YAML: " + reason(e));
    } catch (YamlEngineException | IllegalArgumentException e) {
      throw yaml.problem(yaml.reached, "not YAML behind this place: " + e.getMessage());
    }
  }

  /// Done here because the engine's own complaint does not say where.
  private void checkCharacters() throws BoardFileException {
    int line = 1;
    int column = 1;
    for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
      int character = text.codePointAt(i);
      if (!StreamReader.isPrintable(character)) {
        throw new BoardFileException(
            file,
            line,
            column,
            "not YAML: the character U+%04X has no place in it".formatted(character));
      }
      column++;
      if (character == '\n') {
        line++;
        column = 1;
      }
    }
  }

  private void checkLimits() throws BoardFileException {
    int depth = 0;
    int aliases = 0;
    for (Event event : new Parse(settings).parseString(text)) {
      Mark start = event.getStartMark().orElse(null);
      if (event instanceof CollectionStartEvent && ++depth > MAX_NESTING) {
        throw problem(start, "nested too deep: expected at most %d levels".formatted(MAX_NESTING));
      }
      if (event instanceof CollectionEndEvent) {
        depth--;
      }
      if (event instanceof AliasEvent && ++aliases > MAX_ALIASES) {
        throw problem(start, "too many aliases: expected at most %d".formatted(MAX_ALIASES));
      }
      reached = event.getEndMark().orElse(reached);
    }
  }

  private BoardFileException problem(@Nullable Mark mark, String message) {
    return mark == null
        ? new BoardFileException(file, 1, 1, message)
        : new BoardFileException(file, mark.getLine() + 1, mark.getColumn() + 1, message);
  }

  private static String reason(MarkedYamlEngineException e) {
    String context = e.getContext();
    return context == null || context.isEmpty() ? e.getProblem() : context + ", " + e.getProblem();
  }
}
