package org.wicedsim.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PemTest {
  private static final Identity CA =
      CertificateMaker.selfSigned(Fixtures.ca("Test CA"), KeyKind.EC_P256);
  private static final Identity SERVER =
      CertificateMaker.issuedBy(CA, Fixtures.server(), KeyKind.RSA_2048);
  private static final String CERTIFICATE = Pem.encode(SERVER.certificate());
  private static final String KEY = Pem.encode(SERVER.privateKey());

  @TempDir Path folder;

  @Test
  void blocksHaveLinesOf64CharactersEndedByLf() {
    List<String> lines = CERTIFICATE.lines().toList();

    assertThat(lines.getFirst()).isEqualTo("-----BEGIN CERTIFICATE-----");
    assertThat(lines.getLast()).isEqualTo("-----END CERTIFICATE-----");
    assertThat(lines.subList(1, lines.size() - 2)).allMatch(line -> line.length() == 64);
    assertThat(CERTIFICATE).endsWith("-----\n").doesNotContain("\r");
    assertThat(KEY).startsWith("-----BEGIN PRIVATE KEY-----\n");
  }

  @ParameterizedTest
  @EnumSource(KeyKind.class)
  void whatIsWrittenIsRead(KeyKind kind) {
    Identity identity = CertificateMaker.issuedBy(CA, Fixtures.client(), kind);

    assertThat(Pem.certificates(Pem.encode(identity.chain()), "x")).isEqualTo(identity.chain());
    assertThat(Pem.privateKey(Pem.encode(identity.privateKey()), "x"))
        .isEqualTo(identity.privateKey());
  }

  @Test
  void aChainKeepsItsOrder() {
    String text = CERTIFICATE + Pem.encode(CA.certificate());

    assertThat(Pem.certificates(text, "x")).containsExactly(SERVER.certificate(), CA.certificate());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r\n", "\r", "\n", " \n", "\t\r\n"})
  void anyLineEndIsTaken(String lineEnd) {
    assertThat(Pem.certificates(CERTIFICATE.replace("\n", lineEnd), "x")).hasSize(1);
    assertThat(Pem.privateKey(KEY.replace("\n", lineEnd), "x")).isEqualTo(SERVER.privateKey());
  }

  @Test
  void theLastLineNeedsNoEnd() {
    assertThat(Pem.certificates(CERTIFICATE.strip(), "x")).hasSize(1);
  }

  @Test
  void textBeforeBetweenAndAfterBlocksIsSkipped() {
    String text =
        "Certificate:\n    -----\nsubject=BEGIN\n"
            + CERTIFICATE
            + "\nit looks like -----BEGIN CERTIFICATE----- in a sentence\n\n"
            + Pem.encode(CA.certificate())
            + "the end";

    assertThat(Pem.certificates(text, "x")).hasSize(2);
  }

  @Test
  void aByteOrderMarkIsSkippedInTextAndInFiles() throws Exception {
    Path file = folder.resolve("marked.pem");
    Files.writeString(file, "\uFEFF" + CERTIFICATE);

    assertThat(Pem.certificates("\uFEFF" + CERTIFICATE, "x")).hasSize(1);
    assertThat(Pem.certificates(file)).hasSize(1);
  }

  @Test
  void blocksOfAnotherKindArePassedOver() {
    assertThat(Pem.certificates(KEY + CERTIFICATE, "x")).containsExactly(SERVER.certificate());
    assertThat(Pem.privateKey(CERTIFICATE + KEY, "x")).isEqualTo(SERVER.privateKey());
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          PRIVATE KEY,             a private key
          EC PRIVATE KEY,          a private key
          ENCRYPTED PRIVATE KEY,   an encrypted private key
          PUBLIC KEY,              a public key
          CERTIFICATE REQUEST,     a certificate request
          NEW CERTIFICATE REQUEST, a certificate request
          TRUSTED CERTIFICATE,     a certificate in openssl's own trust format
          DH PARAMETERS,           a block "DH PARAMETERS"
          """,
      quoteCharacter = '`')
  void whatIsFoundInPlaceOfACertificateIsNamed(String label, String found) {
    assertThatThrownBy(() -> Pem.certificates(block(label, "AAAA"), "cert.pem"))
        .isInstanceOf(PkiException.class)
        .hasMessage("cert.pem holds " + found + "; expected a certificate (BEGIN CERTIFICATE)");
  }

  @Test
  void whatIsFoundInPlaceOfAKeyIsNamed() {
    assertThatThrownBy(
            () -> Pem.privateKey(CERTIFICATE + CERTIFICATE + block("EC PARAMETERS", "AAAA"), "k"))
        .isInstanceOf(PkiException.class)
        .hasMessage(
            "k holds a certificate and a block \"EC PARAMETERS\"; expected a private key (BEGIN PRIVATE KEY)");
  }

  @Test
  void twoKeysAreOneTooMany() {
    assertThatThrownBy(() -> Pem.privateKey(KEY + KEY, "keys.pem"))
        .isInstanceOf(PkiException.class)
        .hasMessage("keys.pem holds 2 private keys; expected one");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  \r\n \n"})
  void anEmptyTextIsCalledSo(String text) {
    assertThatThrownBy(() -> Pem.certificates(text, "c.pem"))
        .hasMessage("c.pem holds nothing; expected a certificate (BEGIN CERTIFICATE)");
  }

  @Test
  void anyOtherTextIsCalledSo() {
    assertThatThrownBy(() -> Pem.certificates("hello", "c.pem"))
        .hasMessage("c.pem holds no PEM block; expected a certificate (BEGIN CERTIFICATE)");
  }

  @Test
  void aFileInDerIsRecognised() throws Exception {
    Path file = folder.resolve("site.cer");
    Files.write(file, SERVER.certificate().getEncoded());

    assertThatThrownBy(() -> Pem.certificates(file))
        .isInstanceOf(PkiException.class)
        .hasMessage(
            file
                + " holds no PEM, maybe DER (wiced-sim cert convert makes PEM of it); expected a certificate (BEGIN CERTIFICATE)");
  }

  /// What redirecting openssl's output makes in an old PowerShell.
  @Test
  void aFileInUtf16IsRecognised() throws Exception {
    Path file = folder.resolve("shell.pem");
    Files.write(file, ("\uFEFF" + CERTIFICATE).getBytes(StandardCharsets.UTF_16LE));

    assertThatThrownBy(() -> Pem.certificates(file))
        .hasMessage(
            file
                + " holds UTF-16 text (save it as ASCII or UTF-8); expected a certificate (BEGIN CERTIFICATE)");
  }

  @Test
  void aBlockCutShortIsNamedWithItsLine() {
    String cut = "a\nb\n" + CERTIFICATE.substring(0, 300);

    assertThatThrownBy(() -> Pem.certificates(cut, "c.pem"))
        .isInstanceOf(PkiException.class)
        .hasMessage(
            "c.pem, line 3: BEGIN CERTIFICATE has no matching END: the file is cut short or damaged");
  }

  @Test
  void aBlockThatRunsIntoTheNextIsNamedWithItsLine() {
    String cut = CERTIFICATE.substring(0, 300) + "\n" + CERTIFICATE;

    assertThatThrownBy(() -> Pem.certificates(cut, "c.pem"))
        .hasMessageStartingWith("c.pem, line 1: BEGIN CERTIFICATE has no matching END");
  }

  @Test
  void anEndOfAnotherKindIsNoEnd() {
    String text = CERTIFICATE.replace("END CERTIFICATE", "END PRIVATE KEY");

    assertThatThrownBy(() -> Pem.certificates(text, "c.pem"))
        .hasMessageStartingWith("c.pem, line 1: BEGIN CERTIFICATE has no matching END");
  }

  @Test
  void whatIsNoBase64IsNamedWithItsLineAndNotQuoted() {
    assertThatThrownBy(() -> Pem.privateKey("\n" + block("PRIVATE KEY", "se?cret"), "k.pem"))
        .isInstanceOf(PkiException.class)
        .hasNoCause()
        .hasMessage(
            "k.pem, line 2: what follows BEGIN PRIVATE KEY is not Base64: the file is damaged");
  }

  @Test
  void aDamagedCertificateIsNamedWithItsLine() {
    assertThatThrownBy(() -> Pem.certificates(block("CERTIFICATE", "AAAA"), "c.pem"))
        .isInstanceOf(PkiException.class)
        .hasMessageStartingWith("c.pem, line 1: the certificate is damaged: ");
  }

  @ParameterizedTest
  @CsvSource({
    "PRIVATE KEY, 'the private key is damaged; expected an EC key on P-256, P-384 or P-521, or an RSA key'",
    "EC PRIVATE KEY, 'what BEGIN EC PRIVATE KEY holds is no such key: the file is damaged'",
    "RSA PRIVATE KEY, 'what BEGIN RSA PRIVATE KEY holds is no such key: the file is damaged'"
  })
  void aDamagedKeyIsNamedWithItsLine(String label, String message) {
    for (String base64 : List.of("", "AAAA", "MAA=", "MAMCAQE=")) {
      assertThatThrownBy(() -> Pem.privateKey(block(label, base64), "k.pem"))
          .isInstanceOf(PkiException.class)
          .hasMessage("k.pem, line 1: " + message);
    }
  }

  @Test
  void anEncryptedKeyIsRefusedWithTheWayOut() {
    String header = "Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,00\n\n";
    String advice =
        "k.pem holds an encrypted private key; expected one without a passphrase (openssl pkey -in FILE -out NEWFILE writes one)";

    assertThatThrownBy(() -> Pem.privateKey(block("ENCRYPTED PRIVATE KEY", "AAAA"), "k.pem"))
        .isInstanceOf(PkiException.class)
        .hasMessage(advice);
    assertThatThrownBy(() -> Pem.privateKey(block("RSA PRIVATE KEY", header + "AAAA"), "k.pem"))
        .hasMessage(advice);
  }

  @Test
  void aKeyThatDoesNotLeaveItsDeviceIsNotWritten() {
    PrivateKey onToken =
        new PrivateKey() {
          private static final long serialVersionUID = 1L;

          @Override
          public String getAlgorithm() {
            return "EC";
          }

          @Override
          public String getFormat() {
            return "none";
          }

          @Override
          @SuppressWarnings("NullAway") // the JDK's way to say that there is no encoding
          public byte[] getEncoded() {
            return null;
          }
        };

    assertThatThrownBy(() -> Pem.encode(onToken))
        .isInstanceOf(PkiException.class)
        .hasMessage("The private key cannot be written: it does not leave its device");
  }

  @Test
  void anIdentityIsReadFromTwoFilesOrFromOne() throws Exception {
    Path certificate = Files.writeString(folder.resolve("c.pem"), CERTIFICATE);
    Path key = Files.writeString(folder.resolve("k.pem"), KEY);
    Path both = Files.writeString(folder.resolve("both.pem"), KEY + CERTIFICATE);

    assertThat(Pem.identity(certificate, key)).isEqualTo(SERVER);
    assertThat(Pem.identity(both, both)).isEqualTo(SERVER);
  }

  @Test
  void filesThatDoNotFitAreBothNamed() throws Exception {
    Path certificate = Files.writeString(folder.resolve("c.pem"), CERTIFICATE);
    Path key = Files.writeString(folder.resolve("k.pem"), Pem.encode(CA.privateKey()));

    assertThatThrownBy(() -> Pem.identity(certificate, key))
        .isInstanceOf(PkiException.class)
        .hasMessage(
            "%s and %s do not fit: The private key does not belong to the certificate of CN=server.test,O=Test"
                .formatted(certificate, key));
  }

  private static String block(String label, String body) {
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(label, body, label);
  }
}
