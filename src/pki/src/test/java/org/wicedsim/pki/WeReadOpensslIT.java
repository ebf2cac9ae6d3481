package org.wicedsim.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wicedsim.pki.Processes.Result;

/// Everything that openssl writes is read here (SPEC 5.2).
class WeReadOpensslIT {
  private static final String EC = "-newkey ec -pkeyopt ec_paramgen_curve:P-256";
  private static final String RSA = "-newkey rsa:2048";

  @TempDir Path folder;

  @BeforeAll
  static void needOpenssl() {
    Processes.assumeOpenssl();
  }

  /// The chapter's command, with both kinds of key.
  @ParameterizedTest
  @ValueSource(strings = {EC, RSA})
  void aSelfSignedCertificateAndItsKeyAreAnIdentity(String kind) {
    selfSigned(kind);

    Identity identity = Pem.identity(file("cert.pem"), file("key.pem"));

    assertThat(identity.certificate().getSubjectX500Principal().getName()).isEqualTo("CN=made");
  }

  @ParameterizedTest
  @CsvSource({
    "-newkey ec -pkeyopt ec_paramgen_curve:P-256, EC PRIVATE KEY",
    "-newkey ec -pkeyopt ec_paramgen_curve:P-384, EC PRIVATE KEY",
    "-newkey ec -pkeyopt ec_paramgen_curve:P-521, EC PRIVATE KEY",
    "-newkey rsa:2048, RSA PRIVATE KEY"
  })
  void theTraditionalFormIsTheCertificatesKeyToo(String kind, String label) throws Exception {
    selfSigned(kind);
    openssl("pkey -in key.pem -traditional -out old.pem");
    assertThat(file("old.pem")).content().startsWith("-----BEGIN " + label);

    // An identity refuses a key that is not its certificate's.
    assertThatCode(() -> Pem.identity(file("cert.pem"), file("old.pem")))
        .doesNotThrowAnyException();
  }

  /// openssl ecparam writes a block with the curve's name before the key.
  @Test
  void parametersBeforeAKeyArePassedOver() throws Exception {
    openssl("ecparam -name prime256v1 -genkey -out key.pem");
    assertThat(file("key.pem")).content().contains("BEGIN EC PARAMETERS");

    assertThat(Pem.privateKey(file("key.pem")).getAlgorithm()).isEqualTo("EC");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r\n", "\r"})
  void otherLineEndsChangeNothing(String lineEnd) throws Exception {
    selfSigned(EC);
    Identity identity = Pem.identity(file("cert.pem"), file("key.pem"));
    for (String name : List.of("cert.pem", "key.pem")) {
      Files.writeString(
          file(name), Files.readString(file(name)).replace("\n", lineEnd), StandardCharsets.UTF_8);
    }

    assertThat(Pem.identity(file("cert.pem"), file("key.pem"))).isEqualTo(identity);
  }

  @Test
  void theTextFormBeforeThePemIsSkipped() {
    selfSigned(RSA);
    openssl("x509 -in cert.pem -text -out text.pem");
    openssl("pkey -in key.pem -text -out keytext.pem");

    assertThat(Pem.identity(file("text.pem"), file("keytext.pem")))
        .isEqualTo(Pem.identity(file("cert.pem"), file("key.pem")));
  }

  /// A PKCS#12 file unpacked: attributes as text before each block, all in one file.
  @Test
  void anUnpackedPkcs12FileIsRead() {
    selfSigned(EC);
    openssl("pkcs12 -export -passout pass: -in cert.pem -inkey key.pem -out all.p12");
    openssl("pkcs12 -passin pass: -in all.p12 -nodes -out all.pem");

    assertThat(Pem.identity(file("all.pem"), file("all.pem")))
        .isEqualTo(Pem.identity(file("cert.pem"), file("key.pem")));
  }

  @Test
  void anAuthorityMadeByOpensslSignsHere() throws Exception {
    openssl(
        "req -x509 "
            + RSA
            + " -nodes -keyout key.pem -out cert.pem -subj /CN=Root -addext subjectKeyIdentifier=0102030405 -addext authorityKeyIdentifier=keyid:always -addext keyUsage=critical,keyCertSign");
    Identity root = Pem.identity(file("cert.pem"), file("key.pem"));
    Identity leaf = CertificateMaker.issuedBy(root, Fixtures.server(), KeyKind.EC_P256);
    Pem.write(file("leaf.pem"), leaf.chain());

    assertThat(openssl("verify -x509_strict -CAfile cert.pem leaf.pem"))
        .isEqualTo("leaf.pem: OK\n");
    assertThatCode(() -> Tls.validate(leaf, root.certificate())).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-traditional -aes256", "-aes256"})
  void anEncryptedKeyIsRefusedWithTheWayOut(String options) {
    selfSigned(RSA);
    openssl("pkey -in key.pem " + options + " -passout pass:secret -out locked.pem");

    assertThatThrownBy(() -> Pem.privateKey(file("locked.pem")))
        .isInstanceOf(PkiException.class)
        .hasMessage(
            "%s holds an encrypted private key; expected one without a passphrase (openssl pkey -in FILE -out NEWFILE writes one)"
                .formatted(file("locked.pem")));
  }

  @ParameterizedTest
  @CsvSource({
    "-algorithm ed25519, is of the kind ED25519",
    "-algorithm x25519, is of the kind X25519",
    "-algorithm rsa-pss -pkeyopt rsa_keygen_bits:2048, is of the kind RSAPSS",
    "-algorithm ec -pkeyopt ec_paramgen_curve:secp256k1, is an EC key on the curve secp256k1",
    "-algorithm ec -pkeyopt ec_paramgen_curve:P-256 -pkeyopt ec_param_enc:explicit, is an EC key that does not name its curve"
  })
  void aKeyOfAnotherKindIsNamed(String options, String found) {
    openssl("genpkey " + options + " -out key.pem");

    assertThatThrownBy(() -> Pem.privateKey(file("key.pem")))
        .isInstanceOf(PkiException.class)
        .hasMessage(
            "%s, line 1: the private key %s; expected an EC key on P-256, P-384 or P-521, or an RSA key"
                .formatted(file("key.pem"), found));
  }

  @Test
  void swappedFilesAreNamed() {
    selfSigned(EC);

    assertThatThrownBy(() -> Pem.identity(file("key.pem"), file("cert.pem")))
        .isInstanceOf(PkiException.class)
        .hasMessage(
            "%s holds a private key; expected a certificate (BEGIN CERTIFICATE)"
                .formatted(file("key.pem")));
  }

  private void selfSigned(String kind) {
    openssl("req -x509 " + kind + " -nodes -days 365 -keyout key.pem -out cert.pem -subj /CN=made");
  }

  private String openssl(String command) {
    Result result = Processes.openssl(folder, command);
    assertThat(result.exitCode()).as(result.output()).isZero();
    return result.output();
  }

  private Path file(String name) {
    return folder.resolve(name);
  }
}
