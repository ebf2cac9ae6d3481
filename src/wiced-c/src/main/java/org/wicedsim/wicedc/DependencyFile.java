package org.wicedsim.wicedc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What `-MMD` writes: a rule whose prerequisites are the files that the compiler has read.
final class DependencyFile {
  private DependencyFile() {}

  static List<String> read(Path file) throws IOException {
    String rule = Files.readString(file).replace("\\\n", " ");
    String names = rule.substring(rule.indexOf(": ") + 1);
    List<String> files = new ArrayList<>();
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < names.length(); i++) {
      char c = names.charAt(i);
      if ((c == '\\' || c == '$') && i + 1 < names.length()) {
        // A blank or # after a backslash, a dollar after a dollar.
        name.append(names.charAt(++i));
      } else if (!Character.isWhitespace(c)) {
        name.append(c);
      } else if (!name.isEmpty()) {
        files.add(name.toString());
        name.setLength(0);
      }
    }
    return files;
  }
}
