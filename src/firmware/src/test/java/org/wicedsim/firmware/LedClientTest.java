package org.wicedsim.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wicedsim.pki.CertificateMaker;
import org.wicedsim.pki.CertificateSpec;
import org.wicedsim.pki.Identity;
import org.wicedsim.pki.KeyKind;
import org.wicedsim.pki.Pem;
import org.wicedsim.pki.Purpose;
import org.wicedsim.wiced.WicedEvent;
import org.wicedsim.wwep.Wwep;
import org.wicedsim.wwepserver.ClassServer;
import org.wicedsim.wwepserver.ClassServerConfig;
import org.wicedsim.wwepserver.ServerIdentity;
import org.wicedsim.wwepserver.TlsSettings;

/// The LED client on a virtual board, with the real class server (SPEC 4, exercises 01 to 03).
class LedClientTest {
  private final Instant now = Instant.now();
  private final Instant yesterday = now.minus(1, ChronoUnit.DAYS);
  private final Instant tomorrow = now.plus(1, ChronoUnit.DAYS);

  private final Identity authority =
      CertificateMaker.selfSigned(
          CertificateSpec.of("CN=Class CA", Purpose.CA, now.minus(9, ChronoUnit.DAYS), tomorrow),
          KeyKind.EC_P256);
  private final String root = Pem.encode(authority.certificate());
  private final Identity good = server(authority, LedClient.SERVER_NAME, tomorrow);

  @RegisterExtension private final Bench bench = new Bench();

  private final List<String> transactions = new CopyOnWriteArrayList<>();

  @Test
  void pressLightsTheLedAndTellsTheServer() throws IOException {
    serve(plain());
    bench.startPlain();

    bench.tapAndAwaitEnd();

    assertThat(bench.isLit()).isTrue();
    assertThat(transactions).containsExactly("W01D6050001 -> A01D6050001");
    assertThat(bench.console())
        .containsExactly("Sending W01D6050001", "the server stored W01D6050001");
    assertThat(bench.states())
        .containsExactly(
            "Ready", "Resolving", "Connecting", "Sending", "Waiting", "Stored", "Ready");
    assertThat(bench.diagnostics()).isEmpty();
    bench.assertEverySocketIsClosed();
  }

  @Test
  void ledIsDarkUntilTheFirstPress() throws IOException {
    serve(plain());

    bench.startPlain();

    assertThat(bench.isLit()).isFalse();
    assertThat(transactions).isEmpty();
  }

  @Test
  void secondPressPutsTheLedOutOnAConnectionOfItsOwn() throws IOException {
    serve(plain());
    bench.startPlain();

    bench.tapAndAwaitEnd();
    bench.tapAndAwaitEnd();

    assertThat(bench.isLit()).isFalse();
    assertThat(transactions)
        .containsExactly("W01D6050001 -> A01D6050001", "W01D6050000 -> A01D6050000");
    assertThat(bench.calls("wiced_tcp_create_socket")).isEqualTo(2);
    bench.assertEverySocketIsClosed();
  }

  // SPEC 2.1: the debounce of 10 ms makes one press of the 6 ms for which the contact bounces.
  @Test
  void bouncingButtonSendsOneMessageAPress() throws IOException {
    serve(plain());
    bench.start(Bench.shipped("bouncing"), Bench.NO_FILES, LedClient.plain());

    bench.tapAndAwaitEnd();
    bench.tapAndAwaitEnd();
    bench.tapAndAwaitEnd();

    assertThat(transactions)
        .containsExactly(
            "W01D6050001 -> A01D6050001",
            "W01D6050000 -> A01D6050000",
            "W01D6050001 -> A01D6050001");
  }

  @Test
  void pressIsToldOverTls() throws IOException {
    serve(tls(good));
    bench.startOverTls(root);

    bench.tapAndAwaitEnd();

    assertThat(bench.isLit()).isTrue();
    assertThat(transactions).containsExactly("W01D6050001 -> A01D6050001");
    assertThat(bench.console())
        .containsExactly("Sending W01D6050001", "the server stored W01D6050001");
    assertThat(bench.all(WicedEvent.TlsEstablished.class))
        .singleElement()
        .extracting(WicedEvent.TlsEstablished::protocol)
        .isEqualTo("TLSv1.3");
    assertThat(bench.diagnostics()).isEmpty();
    bench.assertEverySocketIsClosed();
  }

  @Test
  void eachPressOverTlsIsASessionOfItsOwn() throws IOException {
    serve(tls(good));
    bench.startOverTls(root);

    bench.tapAndAwaitEnd();
    bench.tapAndAwaitEnd();

    assertThat(bench.endings()).containsExactly("Stored", "Stored");
    assertThat(bench.all(WicedEvent.TlsEstablished.class)).hasSize(2);
    assertThat(bench.calls("wiced_tls_deinit_context")).isEqualTo(2);
    bench.assertEverySocketIsClosed();
  }

  // SPEC 2.8: the class server's own certificate is its own root.
  @Test
  void selfSignedServerIsTrustedByItsOwnCertificate() throws IOException {
    Identity self =
        CertificateMaker.selfSigned(spec(LedClient.SERVER_NAME, tomorrow), KeyKind.EC_P256);
    serve(tls(self));
    bench.startOverTls(Pem.encode(self.certificate()));

    bench.tapAndAwaitEnd();

    assertThat(bench.endings()).containsExactly("Stored");
  }

  @Test
  void untrustedServerIsRefusedUntilItShowsAGoodCertificate() throws IOException {
    Identity stranger =
        CertificateMaker.selfSigned(
            CertificateSpec.of("CN=Stranger", Purpose.CA, yesterday, tomorrow), KeyKind.EC_P256);

    assertRefusedUntilGood(server(stranger, LedClient.SERVER_NAME, tomorrow), "tls-untrusted");
  }

  @Test
  void expiredServerIsRefusedUntilItShowsAGoodCertificate() throws IOException {
    assertRefusedUntilGood(server(authority, LedClient.SERVER_NAME, yesterday), "tls-expired");
  }

  @Test
  void serverOfAnotherNameIsRefusedUntilItShowsAGoodCertificate() throws IOException {
    assertRefusedUntilGood(server(authority, "example.org", tomorrow), "tls-wrong-name");
  }

  // RFC 8446 section 4.4.2.4: the server refuses only behind the handshake.
  @Test
  void demandedClientCertificateIsDiagnosedAndTheNextPressWorks() throws IOException {
    TlsSettings demanding =
        new TlsSettings(Wwep.TLS_PORT, shown(good), List.of(authority.certificate()));
    ClassServer bad = serve(config().tls(demanding));
    bench.startOverTls(root);

    bench.tapAndAwaitEnd();

    assertThat(transactions).isEmpty();
    assertThat(bench.endings()).hasSize(1).doesNotContain("Stored");
    assertThat(bench.diagnostics()).contains("tls-certificate-demanded");
    bench.assertEverySocketIsClosed();

    bad.close();
    serve(tls(good));
    bench.tapAndAwaitEnd();

    assertThat(transactions).containsExactly("W01D6050000 -> A01D6050000");
  }

  // Nobody could tell who answers: so there is no connection.
  @Test
  void missingRootCertificateKeepsTheClientFromConnecting() throws IOException {
    serve(tls(good));
    bench.start(Bench.shipped("course"), Bench.NO_FILES, LedClient.overTls());

    bench.tapAndAwaitEnd();

    assertThat(bench.isLit()).isTrue();
    assertThat(bench.endings()).containsExactly("CannotConnect");
    assertThat(bench.console())
        .containsExactly("No resource certificates/wwep_cert.pem", "Failed connect = [12]");
    assertThat(bench.diagnosed("no-root-certificate"))
        .containsExactly(
            "the board's resources hold no certificates/wwep_cert.pem, and without it the server"
                + " cannot be verified: put the server's certificate there");
    assertThat(bench.calls("wiced_tcp_connect")).isZero();
    assertThat(bench.calls("wiced_tcp_delete_socket")).isEqualTo(1);
  }

  @Test
  void brokenRootCertificateKeepsTheClientFromConnecting() throws IOException {
    serve(tls(good));
    bench.startOverTls("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");

    bench.tapAndAwaitEnd();

    assertThat(bench.diagnostics()).containsExactly("bad-root-ca");
    assertThat(bench.console()).last().asString().startsWith("Failed connect = [4]");
    assertThat(bench.calls("wiced_tcp_connect")).isZero();
    assertThat(bench.calls("wiced_tcp_delete_socket")).isEqualTo(1);
  }

  // SPEC 3.6: 7014 is the code of a refused connection.
  @Test
  void serverThatIsNotThereIsAskedAgainAtTheNextPress() throws IOException {
    bench.startPlain();

    bench.tapAndAwaitEnd();

    assertThat(bench.isLit()).isTrue();
    assertThat(bench.endings()).containsExactly("CannotConnect");
    assertThat(bench.console()).containsExactly("Failed connect = [7014]");
    assertThat(bench.diagnostics()).containsExactly("connect-refused");
    bench.assertEverySocketIsClosed();

    serve(plain());
    bench.tapAndAwaitEnd();

    assertThat(bench.endings()).containsExactly("CannotConnect", "Stored");
    assertThat(transactions).containsExactly("W01D6050000 -> A01D6050000");
  }

  @Test
  void serverThatIsNotThereHasNoTlsEither() {
    bench.startOverTls(root);

    bench.tapAndAwaitEnd();

    assertThat(bench.endings()).containsExactly("CannotConnect");
    assertThat(bench.console()).containsExactly("Failed connect = [7014]");
    assertThat(bench.calls("wiced_tls_deinit_context")).isEqualTo(1);
  }

  private void assertRefusedUntilGood(Identity bad, String diagnostic) throws IOException {
    ClassServer refused = serve(tls(bad));
    bench.startOverTls(root);

    bench.tapAndAwaitEnd();

    assertThat(transactions).isEmpty();
    assertThat(bench.endings()).containsExactly("NoTlsConnection");
    assertThat(bench.console()).containsExactly("Failed connect = [4]: no TLS connection");
    assertThat(bench.diagnostics()).containsExactly(diagnostic);
    bench.assertEverySocketIsClosed();

    refused.close();
    serve(tls(good));
    bench.tapAndAwaitEnd();

    assertThat(bench.endings()).containsExactly("NoTlsConnection", "Stored");
    assertThat(transactions).containsExactly("W01D6050000 -> A01D6050000");
  }

  private ClassServer serve(ClassServerConfig.Builder builder) throws IOException {
    return bench.keep(ClassServer.start(builder.build()));
  }

  private ClassServerConfig.Builder config() {
    return ClassServerConfig.builder()
        .addresses(List.of(bench.serverAt(0).getAddress()))
        .transactions(done -> transactions.add(done.request() + " -> " + done.answer()));
  }

  private ClassServerConfig.Builder plain() {
    return config().plainPort(Wwep.PLAIN_PORT);
  }

  private ClassServerConfig.Builder tls(Identity identity) {
    return config().tls(new TlsSettings(Wwep.TLS_PORT, shown(identity), List.of()));
  }

  private static ServerIdentity shown(Identity identity) {
    return new ServerIdentity(identity.privateKey(), identity.chain());
  }

  private static Identity server(Identity issuer, String name, Instant until) {
    return CertificateMaker.issuedBy(issuer, spec(name, until), KeyKind.EC_P256);
  }

  private static CertificateSpec spec(String name, Instant until) {
    return CertificateSpec.of("CN=" + name, Purpose.SERVER, until.minus(2, ChronoUnit.DAYS), until)
        .withAlternativeNames(List.of(name), List.of());
  }
}
