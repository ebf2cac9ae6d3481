package org.wicedsim.hal;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// Fills the security section of the DCT from the PEM files that a board file names (SPEC 2.3).
final class SecurityFiles {
  private static final Pattern CERTIFICATE = Pattern.compile("-----BEGIN CERTIFICATE-----");
  private static final Pattern PRIVATE_KEY = Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----");

  private SecurityFiles() {}

  /// Reads the section from the mapping `dct` of a board file.
  ///
  /// @param folder where the files lie that it names
  static Dct.Security read(YamlMap dct, Path folder) throws BoardFileException {
    String certificate = pem(dct, "certificate", CERTIFICATE, folder);
    if (PRIVATE_KEY.matcher(certificate).find()) {
      throw dct.problem(
          "certificate",
          "the file holds a private key too, and a certificate is shown to everybody: put the key"
              + " into a file of its own and name that as private-key");
    }
    return new Dct.Security(certificate, pem(dct, "private-key", PRIVATE_KEY, folder));
  }

  private static String pem(YamlMap dct, String slot, Pattern begin, Path folder)
      throws BoardFileException {
    if (!dct.has(slot)) {
      return "";
    }
    String name = dct.value(slot, text -> text);
    String pem;
    try {
      pem = TextFile.read(folder.resolve(name));
    } catch (IOException | InvalidPathException e) {
      throw dct.problem(slot, "'%s' %s: expected a PEM file".formatted(name, reason(e)));
    }
    long found = begin.matcher(pem).results().count();
    if (found == 0) {
      throw dct.problem(slot, "'%s' holds none: expected one in PEM form".formatted(name));
    }
    if (found > 1) {
      throw dct.problem(
          slot,
          "'%s' holds %d, and the DCT has one slot: put the others into resources/ or into a"
                  .formatted(name, found)
              + " character array of the source");
    }
    return pem;
  }

  private static String reason(Exception e) {
    return e instanceof InvalidPathException ? "is no file name" : String.valueOf(e.getMessage());
  }
}
