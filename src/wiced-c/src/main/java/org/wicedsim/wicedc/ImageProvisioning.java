package org.wicedsim.wicedc;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.wicedsim.hal.BoardDescription;
import org.wicedsim.hal.Dct;
import org.wicedsim.hal.DctContent;
import org.wicedsim.hal.DctException;
import org.wicedsim.hal.Octets;
import org.wicedsim.hal.Resource;
import org.wicedsim.hal.Resources;
import org.wicedsim.hal.SecurityFiles;
import org.wicedsim.hal.WifiConfig;

/// What a firmware brings to its board when it is downloaded: the content of the DCT that its
/// makefile names, and the sizes of the packet pools (SPEC 2.3, 2.7).
final class ImageProvisioning {
  /// What only a board at the class server's place finds in its resources (SPEC 2.8). The course's
  /// makefiles name it for clients too, which never use it.
  private static final String CLASS_KEY = "certificates/wwep_privkey.pem";

  private ImageProvisioning() {}

  /// The board as it comes from the factory once this firmware was downloaded.
  ///
  /// @param board as its board file says; a certificate or a key of its own leaves no room for one
  ///   of the firmware's
  /// @param resources where the image's [SecurityFile.Place#RESOURCES] are
  /// @param wifi the firmware's Wi-Fi section (`sim_wifi_config`); empty when it has none
  /// @param application the firmware's own section (`sim_app_dct`); empty when it has none
  /// @throws DctException when a file or a section cannot be used; the message names it
  static BoardDescription provision(
      BoardDescription board,
      FirmwareImage image,
      Resources resources,
      Octets wifi,
      Octets application) {
    Dct.Security security =
        withKey(
            withCertificate(board.dct().security(), image.certificate(), resources),
            image.privateKey(),
            resources);
    DctContent content = board.dct().withSecurity(security);
    try {
      if (wifi.length() > 0) {
        content = content.withWifi(WifiConfig.ofSection(wifi));
      }
      if (application.length() > 0) {
        content = content.withApplication(application);
      }
    } catch (IllegalArgumentException e) {
      throw new DctException(image.name() + ": " + e.getMessage(), e);
    }
    return board.withDct(content).withPacketPools(image.packetPools());
  }

  private static Dct.Security withCertificate(
      Dct.Security present, SecurityFile file, Resources resources) {
    return switch (file.place()) {
      case NONE -> present;
      case RESOURCES ->
          SecurityFiles.withCertificate(present, resource("certificate", file, resources));
      case FILE -> SecurityFiles.withCertificate(present, path("certificate", file), false);
    };
  }

  private static Dct.Security withKey(
      Dct.Security present, SecurityFile file, Resources resources) {
    return switch (file.place()) {
      case NONE -> present;
      case RESOURCES ->
          file.path().equals(CLASS_KEY) && resources.find(CLASS_KEY).isEmpty()
              ? present
              : SecurityFiles.withPrivateKey(present, resource("private key", file, resources));
      case FILE -> SecurityFiles.withPrivateKey(present, path("private key", file), false);
    };
  }

  private static Resource resource(String slot, SecurityFile file, Resources resources) {
    return resources
        .find(file.path())
        .orElseThrow(() ->
            new DctException(
                "%s: there is no resources/%s: put the file there, or correct the makefile"
                    .formatted(slot, file.path())));
  }

  private static Path path(String slot, SecurityFile file) {
    try {
      return Path.of(file.path());
    } catch (InvalidPathException e) {
      throw new DctException(
          "%s: '%s' is no file name: expected a PEM file".formatted(slot, file.path()), e);
    }
  }
}
