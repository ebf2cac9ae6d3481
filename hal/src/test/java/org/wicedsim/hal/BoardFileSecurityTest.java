package org.wicedsim.hal;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
