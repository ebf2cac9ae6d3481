package org.wicedsim.pki;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wicedsim.pki.Processes.Result;

/// openssl accepts everything that is written here (SPEC 5.2).
class OpensslReadsOursIT {
  @TempDir Path folder;

  @BeforeAll
  static void needOpenssl() {
    Processes.assumeOpenssl();
  }

  @ParameterizedTest
  @EnumSource(KeyKind.class)
  void aCertificateSaysToOpensslWhatWasAskedFor(KeyKind kind) {
    Identity ca = CertificateMaker.selfSigned(Fixtures.ca("Test CA"), kind);
    String file = write(CertificateMaker.issuedBy(ca, Fixtures.server(), kind));

    String text = openssl("x509 -in %s -noout -text".formatted(file)).output();

    assertThat(text)
        .contains("Version: 3 (0x2)")
        .containsPattern("Issuer: CN ?= ?Test CA")
        .containsPattern("Subject: O ?= ?Test, CN ?= ?server.test")
        .contains("CA:FALSE")
        .contains("Digital Signature")
        .contains("TLS Web Server Authentication")
        .contains(
            "DNS:server.test, DNS:*.server.test, DNS:localhost, IP Address:127.0.0.1, IP Address:198.51.100.3")
        .contains("Subject Key Identifier")
        .contains("Authority Key Identifier")
        .containsPattern("Signature Algorithm: (ecdsa-with-SHA256|sha256WithRSAEncryption)");
  }

  @ParameterizedTest
  @EnumSource(KeyKind.class)
  void aKeyPassesOpensslsCheckAndBelongsToItsCertificate(KeyKind kind) {
    Identity identity = CertificateMaker.selfSigned(Fixtures.server(), kind);
    String certificate = write(identity);
    Pem.write(folder.resolve("key.pem"), identity.privateKey());

    Result checked = openssl("pkey -in key.pem -check -noout");
    Result publicKey = openssl("pkey -in key.pem -pubout");

    assertThat(checked.output()).containsIgnoringCase("key is valid");
    assertThat(checked.exitCode()).isZero();
    assertThat(publicKey).isEqualTo(openssl("x509 -in %s -noout -pubkey".formatted(certificate)));
  }

  /// As its own trust anchor, by the strict reading of RFC 5280 too, and for the use as a server.
  @ParameterizedTest
  @CsvSource({"EC_P256, -CAfile", "RSA_2048, -CAfile", "EC_P256, -trusted", "RSA_2048, -trusted"})
  void theClassCertificateVerifiesItself(KeyKind kind, String option) {
    String file = write(CertificateMaker.selfSigned(Fixtures.classServer(), kind));

    assertThat(openssl("verify %s %s %s".formatted(option, file, file)).output())
        .isEqualTo(file + ": OK\n");
    assertThat(
            openssl(
                    "verify -x509_strict -check_ss_sig -purpose sslserver %s %s %s"
                        .formatted(option, file, file))
                .output())
        .isEqualTo(file + ": OK\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-verify_hostname wwep.wv101.cypress.com",
        "-verify_hostname wwep.ww101.cypress.com",
        "-verify_hostname localhost",
        "-verify_ip 198.51.100.3",
        "-verify_ip 127.0.0.1",
        "-verify_ip 127.51.100.3"
      })
  void theClassCertificateVerifiesItselfForAllItsNames(String option) {
    String file = write(CertificateMaker.selfSigned(Fixtures.classServer(), KeyKind.EC_P256));

    assertThat(openssl("verify %s -CAfile %s %s".formatted(option, file, file)).output())
        .isEqualTo(file + ": OK\n");
  }

  @Test
  void aChainVerifiesBelowItsRoot() {
    Identity root = CertificateMaker.selfSigned(Fixtures.ca("Root"), KeyKind.RSA_2048);
    Identity middle = CertificateMaker.issuedBy(root, Fixtures.ca("Middle"), KeyKind.EC_P256);
    Identity leaf = CertificateMaker.issuedBy(middle, Fixtures.client(), KeyKind.EC_P256);
    String rootFile = write(root);
    String middleFile = write(middle);
    String leafFile = write(leaf);

    assertThat(
            openssl(
                    "verify -x509_strict -purpose sslclient -CAfile %s -untrusted %s %s"
                        .formatted(rootFile, middleFile, leafFile))
                .output())
        .isEqualTo(leafFile + ": OK\n");
  }

  @Test
  void anExpiredCertificateAndOneNotYetValidAreSeenAsSuch() {
    Instant now = Instant.now();
    String expired = write(made(now.minusSeconds(7200), now.minusSeconds(3600)));
    String early = write(made(now.plusSeconds(3600), now.plusSeconds(7200)));

    assertThat(openssl("verify -CAfile %s %s".formatted(expired, expired)).output())
        .contains("certificate has expired");
    assertThat(openssl("verify -CAfile %s %s".formatted(early, early)).output())
        .contains("certificate is not yet valid");
  }

  @ParameterizedTest
  @CsvSource({"EC_P256, -tls1_2", "EC_P256, -tls1_3", "RSA_2048, -tls1_2", "RSA_2048, -tls1_3"})
  void opensslConnectsToAServerWithTheClassIdentity(KeyKind kind, String version) throws Exception {
    Identity identity = CertificateMaker.selfSigned(Fixtures.classServer(), kind);
    String file = write(identity);
    try (Tls.Server server = Tls.serve(identity)) {
      Result result = connect(server, version, file, "wwep.ww101.cypress.com");

      assertThat(result.output()).contains("Verify return code: 0 (ok)");
      assertThat(result.exitCode()).isZero();
    }
  }

  @Test
  void opensslRefusesAnotherAnchorAndAnotherName() throws Exception {
    Identity identity = CertificateMaker.selfSigned(Fixtures.classServer(), KeyKind.EC_P256);
    String file = write(identity);
    String other = write(CertificateMaker.selfSigned(Fixtures.classServer(), KeyKind.EC_P256));
    try (Tls.Server server = Tls.serve(identity)) {
      assertThat(connect(server, "-tls1_3", other, "localhost").exitCode()).isNotZero();
      assertThat(connect(server, "-tls1_3", file, "other.test").output())
          .contains("ostname mismatch");
    }
  }

  private Result connect(Tls.Server server, String version, String anchor, String name) {
    return openssl(
        "s_client %s -connect 127.0.0.1:%d -CAfile %s -verify_return_error -verify_hostname %s"
            .formatted(version, server.port(), anchor, name));
  }

  private static Identity made(Instant from, Instant until) {
    return CertificateMaker.selfSigned(
        CertificateSpec.of("CN=x", Purpose.SERVER, from, until), KeyKind.EC_P256);
  }

  private Result openssl(String arguments) {
    return Processes.openssl(folder, arguments);
  }

  /// Writes the chain to a file and gives its name.
  private String write(Identity identity) {
    String name = identity.certificate().getSerialNumber() + ".pem";
    Pem.write(folder.resolve(name), identity.chain());
    return name;
  }
}
