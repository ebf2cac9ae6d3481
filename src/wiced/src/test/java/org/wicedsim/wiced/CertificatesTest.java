package org.wicedsim.wiced;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wicedsim.pki.Identity;
import org.wicedsim.pki.Pem;
import org.wicedsim.wiced.testing.Certs;

/// SPEC 2.5: PEM with any line ends, or DER.
class CertificatesTest {
  private static final X509Certificate FIRST = Certs.root("First").certificate();
  private static final X509Certificate SECOND = Certs.root("Second").certificate();

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void pemIsReadWithAnyLineEnd(String lineEnd) throws CertificateException {
    String pem = Pem.encode(FIRST).replace("\n", lineEnd);

    assertThat(Certificates.parse(pem.getBytes(US_ASCII))).containsExactly(FIRST);
  }

  @Test
  void derIsRead() throws CertificateException {
    assertThat(Certificates.parse(FIRST.getEncoded())).containsExactly(FIRST);
  }

  @Test
  void allCertificatesOfAPemTextAreReadWithWhateverStandsBetween() throws CertificateException {
    String text = "# mine\n" + Pem.encode(FIRST) + "\nissuer: CN=x\n" + Pem.encode(SECOND) + "end";

    assertThat(Certificates.parse(text.getBytes(US_ASCII))).containsExactly(FIRST, SECOND);
  }

  /// A character array of C source, with its length counted one too far.
  @Test
  void aZeroBehindThePemTextDoesNoHarm() throws CertificateException {
    assertThat(Certificates.parse((Pem.encode(FIRST) + "\0").getBytes(US_ASCII)))
        .isEqualTo(List.of(FIRST));
  }

  @Test
  void aPemTextWithoutACertificateIsRefused() {
    Identity identity = Certs.root("x");
    byte[] key = Pem.encode(identity.privateKey()).getBytes(US_ASCII);

    assertThatThrownBy(() -> Certificates.parse(key))
        .isInstanceOf(CertificateException.class)
        .hasMessageContaining("no certificate");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense",
        "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
        "-----BEGIN CERTIFICATE-----\n!!!!\n-----END CERTIFICATE-----\n",
        "-----BEGIN CERTIFICATE-----\nMIIB",
      })
  void nonsenseIsRefused(String text) {
    assertThatThrownBy(() -> Certificates.parse(text.getBytes(US_ASCII)))
        .isInstanceOf(CertificateException.class);
  }

  @Test
  void oneBrokenCertificateSpoilsAll() {
    String text =
        Pem.encode(FIRST) + "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";

    assertThatThrownBy(() -> Certificates.parse(text.getBytes(US_ASCII)))
        .isInstanceOf(CertificateException.class);
  }
}
