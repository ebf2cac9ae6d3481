package org.wicedsim.hal;

import java.io.IOException;
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
    checkFree(PemSlot.CERTIFICATE, present.certificate(), replace);
    return new Dct.Security(read(PemSlot.CERTIFICATE, file, replace), present.privateKey());
  }

  /// The section with the certificate that a resource holds; none may be there yet.
  ///
  /// @throws DctException when the slot is taken, or the resource cannot be used
  public static Dct.Security withCertificate(Dct.Security present, Resource resource) {
    checkFree(PemSlot.CERTIFICATE, present.certificate(), false);
    return new Dct.Security(read(PemSlot.CERTIFICATE, resource), present.privateKey());
  }

  /// The section with the private key of a file.
  ///
  /// @param replace whether it may take the place of another one
  /// @throws DctException when the slot is taken, or the file cannot be used
  public static Dct.Security withPrivateKey(Dct.Security present, Path file, boolean replace) {
    checkFree(PemSlot.PRIVATE_KEY, present.privateKey(), replace);
    return new Dct.Security(present.certificate(), read(PemSlot.PRIVATE_KEY, file, false));
  }

  /// The section with the private key that a resource holds; none may be there yet.
  ///
  /// @throws DctException when the slot is taken, or the resource cannot be used
  public static Dct.Security withPrivateKey(Dct.Security present, Resource resource) {
    checkFree(PemSlot.PRIVATE_KEY, present.privateKey(), false);
    return new Dct.Security(present.certificate(), read(PemSlot.PRIVATE_KEY, resource));
  }

  /// Reads the section from the mapping `dct` of a board file.
  ///
  /// @param folder where the files lie that it names
  static Dct.Security read(YamlMap dct, Path folder) throws BoardFileException {
    return new Dct.Security(
        dct.value("certificate", name -> read(PemSlot.CERTIFICATE, name, folder), ""),
        dct.value("private-key", name -> read(PemSlot.PRIVATE_KEY, name, folder), ""));
  }

  private static void checkFree(PemSlot slot, String present, boolean replace) {
    if (!present.isEmpty() && !replace) {
      throw new DctException(
          switch (slot) {
            case CERTIFICATE ->
                "the DCT has one certificate slot, and it is taken: put the other certificate into "
                    + PemSlot.otherPlaces()
                    + ", or replace the one that is there";
            case PRIVATE_KEY ->
                "the DCT has one private key slot, and it is taken: replace the key that is there";
          });
    }
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

  private static String read(PemSlot slot, Resource resource) {
    try {
      return slot.read(resource.path(), TextFile.decode(resource.data().toBytes()), false);
    } catch (IllegalArgumentException e) {
      throw new DctException(slot + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new DctException(
          "%s: '%s' %s: expected a PEM file".formatted(slot, resource.path(), e.getMessage()), e);
    }
  }
}
