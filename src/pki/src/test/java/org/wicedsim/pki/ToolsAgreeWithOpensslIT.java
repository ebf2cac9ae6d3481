package org.wicedsim.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wicedsim.pki.Processes.Result;
import org.wicedsim.pki.SignatureCheck.Opened;

/// Requests, any form of file, verification and fetching: openssl and this module agree (SPEC 5.2).
class ToolsAgreeWithOpensslIT {
  @TempDir Path folder;

  @BeforeAll
  static void needOpenssl() {
    Processes.assumeOpenssl();
  }

  @ParameterizedTest
  @EnumSource(KeyKind.class)
  void opensslTakesAndSignsOurRequest(KeyKind kind) {
    CertificateRequest.WithKey made =
        CertificateRequest.make(
            CertificateSpec.commonName("board"),
            List.of("board.test"),
            List.of(InetAddress.ofLiteral("2001:db8::1")),
            kind);
    new NewFiles(false)
        .add(file("r.csr"), made.request().pem())
        .addSecret(file("r.key"), Pem.encode(made.privateKey()))
        .write();
    authority();

    assertThat(openssl("req -in r.csr -verify -noout -text"))
        .contains("verify OK", "DNS:board.test, IP Address:2001:DB8:0:0:0:0:0:1");
    openssl("x509 -req -in r.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 9 -out c.pem");
    assertThat(openssl("x509 -in c.pem -noout -pubkey"))
        .isEqualTo(openssl("pkey -in r.key -pubout"));
    assertThat(faults("c.pem")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"pem", "der"})
  void aRequestOfOpensslIsReadAndSigned(String form) {
    authority();
    openssl(
        "req -new -newkey rsa:2048 -nodes -keyout r.key -outform %s -out r.csr -subj /CN=site -addext subjectAltName=DNS:a.test,IP:198.51.100.3,email:a@b.test -addext keyUsage=digitalSignature"
            .formatted(form));

    CertificateRequest request =
        ((PkiContent.Request) PkiItem.read(file("r.csr")).getFirst().content()).request();
    CertificateSpec spec =
        Fixtures.server().withAlternativeNames(request.dnsNames(), request.addresses());
    Identity ca = Pem.identity(file("ca.pem"), file("ca.key"));
    Pem.write(file("c.pem"), CertificateMaker.certify(ca, spec, request.publicKey()));

    assertThat(request.signatureFits()).isTrue();
    assertThat(request.leftOut()).containsExactly("the name a@b.test", "the extension keyUsage");
    assertThat(openssl("x509 -in c.pem -noout -text"))
        .contains("DNS:a.test, IP Address:198.51.100.3");
    assertThat(openssl("verify -CAfile ca.pem c.pem")).isEqualTo("c.pem: OK\n");
  }

  @ParameterizedTest
  @CsvSource({
    "x509 -in ca.pem -outform der, a certificate",
    "req -new -key ca.key -subj /CN=x -outform der, a certificate request",
    "pkey -in ca.key -outform der, a private key",
    "pkey -in ca.key -traditional -outform der, a private key",
    "pkey -in ca.key -pubout -outform der, a public key",
    "pkey -in ca.key -pubout -outform pem, a public key",
    "pkcs8 -topk8 -in ca.key -passout pass:secret -outform der, an encrypted private key"
  })
  void whatOpensslWritesIsRead(String command, String description) {
    for (String key : List.of("rsa:2048", "ec -pkeyopt ec_paramgen_curve:P-384")) {
      openssl("req -x509 -newkey %s -nodes -keyout ca.key -out ca.pem -subj /CN=x".formatted(key));
      openssl(command + " -out out");

      assertThat(PkiItem.read(file("out")))
          .as(key)
          .extracting(PkiItem::description)
          .containsExactly(description);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"pem", "der"})
  void theOldFormOfRsaPublicKeysIsRead(String form) {
    authority();
    openssl("rsa -in ca.key -RSAPublicKey_out -outform %s -out old".formatted(form));
    openssl("pkey -in ca.key -pubout -out new");

    assertThat(PkiItem.read(file("old")).getFirst().pem("x")).isEqualTo(content("new"));
  }

  @Test
  void whatIsWrittenInDerIsOpenssls() throws Exception {
    authority();
    openssl("x509 -in ca.pem -outform der -out ca.der");

    assertThat(PkiItem.read(file("ca.pem")).getFirst().der("x"))
        .isEqualTo(Files.readAllBytes(file("ca.der")));
    assertThat(PkiItem.read(file("ca.der")).getFirst().pem("x")).isEqualTo(content("ca.pem"));
  }

  @ParameterizedTest
  @CsvSource({
    "pkcs12 -export -passout pass: -in ca.pem -inkey ca.key, openssl pkcs12",
    "crl2pkcs7 -nocrl -certfile ca.pem -outform der, openssl pkcs7"
  })
  void aStoreIsNamedWithTheWayOut(String command, String remedy) {
    authority();
    openssl(command + " -out store");

    assertThatThrownBy(() -> PkiItem.read(file("store")))
        .isInstanceOf(PkiException.class)
        .hasMessageContaining(remedy);
  }

  @ParameterizedTest
  @CsvSource({
    "-sha256, SHA-256, true",
    "-sha384, SHA-384, true",
    "-sha512, SHA-512, true",
    "-sha256 -sigopt rsa_padding_mode:pss, SHA-256, false"
  })
  void theDigestInsideARsaSignatureIsFound(String options, String hash, boolean opens) {
    authority();
    openssl("req -new -key ca.key -subj /CN=leaf -out r.csr");
    openssl("x509 -req -in r.csr -CA ca.pem -CAkey ca.key -CAcreateserial -out c.pem " + options);

    ChainLink link = verify("c.pem").getFirst();

    assertThat(link.faults()).isEmpty();
    assertThat(link.signature().hash()).isEqualTo(hash);
    assertThat(link.signature().opened())
        .isEqualTo(opens ? new Opened.Digest(link.signature().digest()) : new Opened.Computation());
  }

  @Test
  void aSignatureOverSha1IsCalledWeak() {
    authority();
    openssl("req -new -key ca.key -subj /CN=leaf -out r.csr");
    openssl("x509 -req -in r.csr -CA ca.pem -CAkey ca.key -CAcreateserial -out c.pem -sha1");

    assertThat(verify("c.pem").getFirst().faults())
        .extracting(ChainLink.Fault::kind)
        .containsExactly(ChainLink.Fault.Kind.WEAK_SIGNATURE);
  }

  /// Rules that the four steps do not look at.
  @Test
  void aNameThatTheCaMustNotSignIsRefusedByBoth() {
    openssl(
        "req -x509 -newkey rsa:2048 -nodes -keyout ca.key -out ca.pem -subj /CN=Root -addext nameConstraints=critical,permitted;DNS:inside.test");
    Identity ca = Pem.identity(file("ca.pem"), file("ca.key"));
    Pem.write(
        file("c.pem"), CertificateMaker.issuedBy(ca, Fixtures.server(), KeyKind.EC_P256).chain());

    assertThat(Processes.openssl(folder, "verify -CAfile ca.pem c.pem").exitCode()).isNotZero();
    assertThat(faults("c.pem")).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({"-tls1_2, ''", "-tls1_3, ''", "-tls1_2, -Verify 1", "-tls1_3, -Verify 1"})
  void theChainOfOpensslsServerIsFetchedEvenWhenItDemandsACertificate(String version, String more)
      throws Exception {
    authority();
    int port;
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = probe.getLocalPort();
    }
    Process server =
        Processes.startOpenssl(
            folder,
            "s_server -accept 127.0.0.1:%d -cert ca.pem -key ca.key %s %s"
                .formatted(port, version, more)
                .strip());
    try (BufferedReader said = server.inputReader(StandardCharsets.UTF_8)) {
      assertThat(said.lines().anyMatch(line -> line.equals("ACCEPT"))).isTrue();

      InetSocketAddress target = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
      assertThat(ChainFetcher.fetch(target, "localhost").sent())
          .isEqualTo(Pem.certificates(file("ca.pem")));
    } finally {
      server.destroy();
    }
  }

  private void authority() {
    openssl("req -x509 -newkey rsa:2048 -nodes -keyout ca.key -out ca.pem -subj /CN=Root");
  }

  private List<ChainLink> verify(String name) {
    List<X509Certificate> known = Pem.certificates(file("ca.pem"));
    return ChainCheck.verify(Pem.certificates(file(name)), known, Instant.now());
  }

  private List<ChainLink.Fault> faults(String name) {
    return verify(name).stream().flatMap(link -> link.faults().stream()).toList();
  }

  private String openssl(String command) {
    Result result = Processes.openssl(folder, command);
    assertThat(result.exitCode()).as(result.output()).isZero();
    return result.output();
  }

  private String content(String name) {
    return PkiFiles.read(file(name));
  }

  private Path file(String name) {
    return folder.resolve(name);
  }
}
