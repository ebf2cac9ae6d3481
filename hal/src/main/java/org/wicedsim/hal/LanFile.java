package org.wicedsim.hal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Reads LAN files: YAML that describes a virtual LAN (SPEC 2.6).
public final class LanFile {
  private LanFile() {}

  /// Reads a LAN file.
  ///
  /// @throws BoardFileException when it cannot be read, or does not describe a LAN
  public static LanDescription read(Path file) throws BoardFileException {
    try {
      return parse(file.toString(), TextFile.read(file));
    } catch (IOException e) {
      throw new BoardFileException(file.toString(), e.getMessage() + ": expected a LAN file");
    }
  }

  /// Reads the text of a LAN file.
  ///
  /// @param file its name, for messages
  static LanDescription parse(String file, String text) throws BoardFileException {
    YamlMap root = YamlMap.parse(file, "a LAN", text);
    root.allow("hosts", "access-points");
    List<AccessPoint> accessPoints = new ArrayList<>();
    Set<String> ssids = new HashSet<>();
    if (root.has("access-points")) {
      for (YamlMap map : root.maps("access-points", 0)) {
        AccessPoint accessPoint = WifiYaml.accessPoint(map);
        if (!ssids.add(accessPoint.ssid())) {
          throw map.problem("ssid", "'%s' has an access point already".formatted(map.text("ssid")));
        }
        if (!accessPoint.hasUsablePassphrase()) {
          throw map.problem(
              map.has("passphrase") ? "passphrase" : "security",
              "%s needs a passphrase of 8 to 64 octets".formatted(accessPoint.security()));
        }
        accessPoints.add(accessPoint);
      }
    }
    return new LanDescription(HostsYaml.read(root), accessPoints);
  }
}
