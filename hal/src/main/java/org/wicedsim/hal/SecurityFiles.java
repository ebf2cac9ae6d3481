package org.wicedsim.hal;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/// Fills the security section of the DCT from PEM files (SPEC 2.3): provisioning. Each line ends
/// with CR LF then, as the SDK's build makes it.
public final class SecurityFiles {
  private SecurityFiles() {}

  /// The section with the certificate of a file.
  ///
  /// @param replace whether it may take the place of another one; a chain is taken then, too
  /// @throws DctException when the slot is taken, or the file cannot be used
  public static Dct.Security withCertificate(Dct.Security present, Path file, boolean replace) {
    if (!present.certificate().isEmpty() && !replace) {
      throw new DctException(
          "the DCT has one certificate slot, and it is taken: put the other certificate into "
              + PemSlot.otherPlaces()
              + ", or replace the one that is there");
    }
    return new Dct.Security(read(PemSlot.CERTIFICATE, file, replace), present.privateKey());
  }

  /// The section with the private key of a file.
  ///
  /// @param replace whether it may take the place of another one
  /// @throws DctException when the slot is taken, or the file cannot be used
  public static Dct.Security withPrivateKey(Dct.Security present, Path file, boolean replace) {
    if (!present.privateKey().isEmpty() && !replace) {
      throw new DctException(
          "the DCT has one private key slot, and it is taken: replace the key that is there");
    }
    return new Dct.Security(present.certificate(), read(PemSlot.PRIVATE_KEY, file, false));
  }

  /// Reads the section from the mapping `dct` of a board file.
  ///
  /// @param folder where the files lie that it names
  static Dct.Security read(YamlMap dct, Path folder) throws BoardFileException {
    return new Dct.Security(
        dct.value("certificate", name -> read(PemSlot.CERTIFICATE, name, folder), ""),
        dct.value("private-key", name -> read(PemSlot.PRIVATE_KEY, name, folder), ""));
  }

  private static String read(PemSlot slot, String name, Path folder) {
    try {
      return slot.read(name, folder.resolve(name), false);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException(
          "'%s' is no file name: expected a PEM file".formatted(name), e);
    }
  }

  private static String read(PemSlot slot, Path file, boolean several) {
    try {
      return slot.read(file.toString(), file, several);
    } catch (IllegalArgumentException e) {
      throw new DctException(slot + ": " + e.getMessage(), e);
    }
  }
}
