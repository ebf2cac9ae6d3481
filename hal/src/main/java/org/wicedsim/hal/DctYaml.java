package org.wicedsim.hal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Reads the mapping `dct` of a board file: what the table holds when it comes from the factory.
final class DctYaml {
  private DctYaml() {}

  /// @param folder where the files lie that it names
  static DctContent read(YamlMap dct, Path folder) throws BoardFileException {
    dct.allow("certificate", "private-key", "hostname", "wifi", "app-data");
    return new DctContent(
        SecurityFiles.read(dct, folder),
        dct.has("wifi") ? WifiYaml.config(dct.map("wifi")) : WifiConfig.DEFAULT,
        dct.value("hostname", DctYaml::hostname, DctContent.DEFAULT.hostname()),
        dct.value("app-data", name -> application(name, folder), DctContent.DEFAULT.application()));
  }

  private static Octets application(String name, Path folder) {
    try {
      return Octets.of(TextFile.octets(folder.resolve(name), DctContent.MAX_APPLICATION_OCTETS));
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "'%s' %s: expected a file".formatted(name, e.getMessage()), e);
    }
  }

  private static String hostname(String text) {
    int octets = text.getBytes(StandardCharsets.UTF_8).length;
    if (octets > DctContent.MAX_HOSTNAME_OCTETS) {
      throw new IllegalArgumentException(
          "'%s' has %d octets: expected at most %d"
              .formatted(text, octets, DctContent.MAX_HOSTNAME_OCTETS));
    }
    return text;
  }
}
