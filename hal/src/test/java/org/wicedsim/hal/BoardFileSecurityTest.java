package org.wicedsim.hal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which files get into the two slots of the DCT's security section (SPEC 2.3).
class BoardFileSecurityTest {
  @TempDir Path folder;

  @Test
  void twoCertificatesDoNotFitIntoOneSlot() throws IOException {
    write("chain.pem", BoardTexts.CERTIFICATE + BoardTexts.CERTIFICATE);

    assertRefused(
        withDct("certificate: chain.pem"),
        "12:20: certificate: 'chain.pem' holds 2, and the DCT has one slot: put the others into"
            + " resources/ or into a character array of the source");
  }

  @Test
  void twoKeysDoNotFitIntoOneSlot() throws IOException {
    write("keys.pem", BoardTexts.PRIVATE_KEY + BoardTexts.PRIVATE_KEY.replace("PRI", "EC PRI"));

    assertRefused(
        withDct("private-key: keys.pem"),
        "12:20: private-key: 'keys.pem' holds 2, and the DCT has one slot: put the others into"
            + " resources/ or into a character array of the source");
  }

  /// What lies in the certificate slot is sent to every peer.
  @Test
  void aPrivateKeyDoesNotGetIntoTheCertificateSlot() throws IOException {
    write("both.pem", BoardTexts.PRIVATE_KEY + BoardTexts.CERTIFICATE);

    assertRefused(
        withDct("certificate: both.pem"),
        "12:20: certificate: the file holds a private key too, and a certificate is shown to"
            + " everybody: put the key into a file of its own and name that as private-key");
  }

  @Test
  void aCertificateIsNoPrivateKey() throws IOException {
    write("c.pem", BoardTexts.CERTIFICATE);

    assertRefused(
        withDct("private-key: c.pem"),
        "12:20: private-key: 'c.pem' holds none: expected one in PEM form");
  }

  @Test
  void aCertificateInDerFormIsNoPem() throws IOException {
    Files.write(folder.resolve("c.der"), new byte[] {0x30, (byte) 0x82, 0x03, (byte) 0xFF});

    assertRefused(
        withDct("certificate: c.der"),
        "12:20: certificate: 'c.der' is not UTF-8 text: expected a PEM file");
  }

  @Test
  void aMissingCertificateFileIsSaidToBeMissing() {
    assertRefused(
        withDct("certificate: none.pem"),
        "12:20: certificate: 'none.pem' does not exist: expected a PEM file");
  }

  @Test
  void aFolderIsNoCertificate() {
    assertRefused(
        withDct("certificate: ''"), "12:20: certificate: '' is a folder: expected a PEM file");
  }

  @Test
  void whatIsNoFileNameIsNoCertificate() {
    assertRefused(
        withDct("certificate: \"a\\0b\""),
        "12:20: certificate: 'a\0b' is no file name: expected a PEM file");
  }

  /// The last octet of a slot is the NUL behind the text.
  @ParameterizedTest
  @CsvSource({"certificate, CERTIFICATE, 4095", "private-key, PRIVATE KEY, 2047"})
  void whatDoesNotFitIntoItsSlotIsRefused(String slot, String label, int most) throws Exception {
    String begin = "-----BEGIN %s-----\r\n".formatted(label);
    write("fits.pem", begin + "x".repeat(most - begin.length() - 2));
    write("large.pem", begin + "x".repeat(most - begin.length() - 1));

    assertThat(parse(withDct(slot + ": fits.pem")).dct().security())
        .isNotEqualTo(Dct.Security.EMPTY);
    assertRefused(
        withDct(slot + ": large.pem"),
        "12:20: %s: 'large.pem' has %d octets with its line ends as CR LF: the DCT's slot takes %d"
            .formatted(slot, most + 1, most));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void lineEndsBecomeCrLf(String end) throws Exception {
    write("c.pem", BoardTexts.CERTIFICATE.replace("\n", end));

    assertThat(parse(withDct("certificate: c.pem")).dct().security().certificate())
        .isEqualTo(BoardTexts.CERTIFICATE.replace("\n", "\r\n"));
  }

  @Test
  void aLastLineWithoutAnEndGetsOne() throws Exception {
    write("c.pem", BoardTexts.CERTIFICATE.strip());

    assertThat(parse(withDct("certificate: c.pem")).dct().security().certificate())
        .endsWith("-----END CERTIFICATE-----\r\n");
  }

  private void assertRefused(String text, String message) {
    assertThatExceptionOfType(BoardFileException.class)
        .isThrownBy(() -> parse(text))
        .withMessage("board.yaml:" + message);
  }

  private BoardDescription parse(String text) throws BoardFileException {
    return BoardFile.parse("board.yaml", text, folder);
  }

  private static String withDct(String entry) {
    return BoardTexts.SMALLEST + "dct: {" + entry + "}\n";
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
