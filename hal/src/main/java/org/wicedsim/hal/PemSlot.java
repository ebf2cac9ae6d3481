package org.wicedsim.hal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A slot of the DCT's security section, and what may be put into it (SPEC 2.3).
enum PemSlot {
  CERTIFICATE("-----BEGIN CERTIFICATE-----", SecuritySection.CERTIFICATE_OCTETS),
  PRIVATE_KEY("-----BEGIN [A-Z ]*PRIVATE KEY-----", SecuritySection.PRIVATE_KEY_OCTETS);

  private final Pattern begin;
  private final int octets;

  PemSlot(String begin, int octets) {
    this.begin = Pattern.compile(begin);
    this.octets = octets;
  }

  /// Where else a certificate can be kept.
  static String otherPlaces() {
    return "resources/ or into a character array of the source";
  }

  /// The text of a PEM file as the slot holds it: each line ends with CR LF.
  ///
  /// @param several whether the file may hold more than one; a key stands alone in any case
  /// @throws IllegalArgumentException with a message that names the file and what is wrong with it
  String read(String name, Path file, boolean several) {
    String pem;
    try {
      pem = TextFile.read(file);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "'%s' %s: expected a PEM file".formatted(name, e.getMessage()), e);
    }
    return read(name, pem, several);
  }

  /// The text of what a PEM file holds, see [#read(String, Path, boolean)].
  String read(String name, String pem, boolean several) {
    check(name, pem, several);
    String text = withCrLf(pem);
    int length = text.getBytes(StandardCharsets.UTF_8).length;
    if (length >= octets) {
      throw new IllegalArgumentException(
          "'%s' has %d octets with its line ends as CR LF: the DCT's slot takes %d"
              .formatted(name, length, octets - 1));
    }
    return text;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private void check(String name, String pem, boolean several) {
    long found = begin.matcher(pem).results().count();
    if (found == 0) {
      throw new IllegalArgumentException(
          "'%s' holds none: expected one in PEM form".formatted(name));
    }
    if (found > 1 && !(several && this == CERTIFICATE)) {
      throw new IllegalArgumentException(
          "'%s' holds %d, and the DCT has one slot: put the others into %s"
              .formatted(name, found, otherPlaces()));
    }
    if (this == CERTIFICATE && PRIVATE_KEY.begin.matcher(pem).find()) {
      throw new IllegalArgumentException(
          "the file holds a private key too, and a certificate is shown to everybody: put the key"
              + " into a file of its own and name that as private-key");
    }
  }

  /// As the SDK's build does it with each line of the file.
  private static String withCrLf(String text) {
    return text.lines().map(line -> line + "\r\n").collect(Collectors.joining());
  }
}
