package org.wicedsim.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class IdentityTest {
  private static final Identity CA =
      CertificateMaker.selfSigned(Fixtures.ca("Test CA"), KeyKind.EC_P256);

  @ParameterizedTest
  @CsvSource({"EC_P256, EC_P256", "RSA_2048, RSA_2048", "EC_P256, RSA_2048", "RSA_2048, EC_P256"})
  void aKeyOfAnotherCertificateIsRefused(KeyKind certificateKind, KeyKind keyKind) {
    Identity identity = CertificateMaker.selfSigned(Fixtures.server(), certificateKind);
    PrivateKey other = keyKind.generate().getPrivate();

    assertThatThrownBy(() -> new Identity(other, identity.chain()))
        .isInstanceOf(PkiException.class)
        .hasMessage("The private key does not belong to the certificate of CN=server.test,O=Test");
  }

  @Test
  void aKeyOnAnotherCurveIsRefused() throws Exception {
    KeyPairGenerator p384 = KeyPairGenerator.getInstance("EC");
    p384.initialize(384);
    PrivateKey key = p384.generateKeyPair().getPrivate();

    assertThatThrownBy(() -> new Identity(key, CA.chain()))
        .hasMessage("The private key does not belong to the certificate of CN=Test CA");
  }

  @Test
  void aKeyOfAnotherKindIsNamed() throws Exception {
    PrivateKey key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate();

    assertThatThrownBy(() -> new Identity(key, CA.chain()))
        .isInstanceOf(PkiException.class)
        .hasMessage("A key of kind EdDSA cannot sign here: expected EC or RSA");
  }

  @Test
  void anEmptyChainIsRefused() {
    assertThatThrownBy(() -> new Identity(CA.privateKey(), List.of()))
        .isInstanceOf(PkiException.class)
        .hasMessage("An identity needs a certificate, and there is none");
  }

  @Test
  void aChainOutOfOrderIsNamed() {
    Identity intermediate = CertificateMaker.issuedBy(CA, Fixtures.ca("Middle"), KeyKind.EC_P256);
    Identity leaf = CertificateMaker.issuedBy(intermediate, Fixtures.client(), KeyKind.EC_P256);

    assertThatThrownBy(() ->
            new Identity(
                leaf.privateKey(),
                List.of(leaf.certificate(), CA.certificate(), intermediate.certificate())))
        .isInstanceOf(PkiException.class)
        .hasMessage(
            "The chain is out of order: CN=board was issued by CN=Middle, but the next certificate is of CN=Test CA");
  }

  @ParameterizedTest
  @EnumSource(KeyKind.class)
  void theTextOfAnIdentityTellsNothingOfItsKey(KeyKind kind) {
    Identity identity = CertificateMaker.issuedBy(CA, Fixtures.server(), kind);

    assertThat(identity.toString())
        .startsWith("Identity[subject=CN=server.test,O=Test, issuer=CN=Test CA, serial=")
        .doesNotContain(Base64.getEncoder().encodeToString(identity.privateKey().getEncoded()))
        .doesNotContain(identity.privateKey().toString())
        .doesNotContainIgnoringCase("key");
  }
}
