package org.wicedsim.wwepserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wicedsim.pki.Identity;

/// What TLS adds to the rules of SPEC 1.
class TlsTest {
  private static TestServer server(TlsSettings settings) throws Exception {
    return TestServer.start(builder -> builder.tls(settings).plainPort(0));
  }

  private static String exchange(TestServer server, String protocol, @Nullable Identity own)
      throws IOException {
    SSLContext context = TestPki.clientContext(TestPki.SERVER.certificate(), own);
    try (Client client = Client.tls(server.port(Transport.TLS), context, protocol)) {
      return client.send("W0FAC0B1234").readToEnd();
    }
  }

  private static void assertHandshakeFailed(TestServer server) {
    await().until(() -> !server.events.isEmpty());
    assertThat(server.events).singleElement().isInstanceOf(ServerEvent.HandshakeFailed.class);
    assertThat(server.transactions).isEmpty();
  }

  // Exercise 07.
  @Test
  void plainAndTlsShareTheRegisters() throws Exception {
    try (TestServer server = server(TestPki.settings());
        Client plain = server.connect()) {
      assertThat(exchange(server, "TLSv1.3", null)).isEqualTo("A0FAC0B1234");
      assertThat(plain.send("R0FAC0B").readToEnd()).isEqualTo("A0FAC0B1234");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void rsaIdentityServesToo(String protocol) throws Exception {
    TlsSettings settings = new TlsSettings(0, TestPki.identity(TestPki.RSA_SERVER), List.of());
    SSLContext context = TestPki.clientContext(TestPki.RSA_SERVER.certificate(), null);
    try (TestServer server = server(settings);
        Client client = Client.tls(server.port(Transport.TLS), context, protocol)) {
      assertThat(client.send("W0FAC0B1234").readToEnd()).isEqualTo("A0FAC0B1234");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void clientWithACertificateOfTheDemandedAuthorityIsServed(String protocol) throws Exception {
    try (TestServer server = server(TestPki.mutualSettings())) {
      assertThat(exchange(server, protocol, TestPki.CLIENT)).isEqualTo("A0FAC0B1234");
      assertThat(server.events).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void clientWithoutACertificateIsRefusedWhereOneIsDemanded(String protocol) throws Exception {
    try (TestServer server = server(TestPki.mutualSettings())) {
      assertThatExceptionOfType(IOException.class)
          .isThrownBy(() -> exchange(server, protocol, null));
      assertHandshakeFailed(server);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void clientWithACertificateOfAnotherAuthorityIsRefused(String protocol) throws Exception {
    try (TestServer server = server(TestPki.mutualSettings())) {
      assertThatExceptionOfType(IOException.class)
          .isThrownBy(() -> exchange(server, protocol, TestPki.STRANGER));
      assertHandshakeFailed(server);
    }
  }

  @Test
  void clientThatDoesNotTrustTheServerIsReported() throws Exception {
    SSLContext suspicious = TestPki.clientContext(TestPki.CLIENT_CA.certificate(), null);
    try (TestServer server = server(TestPki.settings())) {
      assertThatExceptionOfType(SSLException.class)
          .isThrownBy(() -> Client.tls(server.port(Transport.TLS), suspicious, "TLSv1.3").close());
      assertHandshakeFailed(server);
    }
  }

  @Test
  void plainRequestAtTheTlsPortIsReportedAndChangesNothing() throws Exception {
    try (TestServer server = server(TestPki.settings());
        Client confused = Client.plain(server.port(Transport.TLS));
        Client plain = server.connect()) {
      confused.send("W0FAC0B1234");
      assertHandshakeFailed(server);

      assertThat(plain.send("R0FAC0B").readToEnd()).isEqualTo("X");
    }
  }

  @Test
  void handshakeThatNeverStartsEndsWithItsDeadline() throws Exception {
    try (TestServer server =
            TestServer.start(builder ->
                builder
                    .tls(TestPki.settings())
                    .limits(ServerLimits.builder().handshake(Duration.ofMillis(100)).build()));
        Client silent = Client.plain(server.port(Transport.TLS))) {
      silent.readToEnd();
      await().until(() -> !server.events.isEmpty());

      assertThat(server.events)
          .containsExactly(
              new ServerEvent.LimitReached(
                  new Peer(silent.localAddress(), Transport.TLS), Limit.HANDSHAKE));
    }
  }

  @Test
  void peersThatLeaveBeforeTheHandshakeAreNormal() throws Exception {
    try (TestServer server = server(TestPki.settings())) {
      for (int i = 0; i < 20; i++) {
        Client.plain(server.port(Transport.TLS)).close();
        Client.plain(server.port(Transport.TLS)).reset();
      }

      assertThat(exchange(server, "TLSv1.3", null)).isEqualTo("A0FAC0B1234");
      assertThat(server.events).isEmpty();
    }
  }

  @Test
  void keyThatDoesNotBelongToTheCertificateIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ServerIdentity(TestPki.CLIENT.privateKey(), TestPki.SERVER.chain()))
        .withMessageContaining("does not belong to the certificate of CN=class server");
  }

  @Test
  void identityDoesNotShowItsKey() {
    assertThat(TestPki.identity(TestPki.SERVER)).hasToString("ServerIdentity[CN=class server]");
  }

  @Test
  void identityWithoutACertificateIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ServerIdentity(TestPki.SERVER.privateKey(), List.of()));
  }

  @Test
  void onePortForBothTransportsIsRefused() {
    TlsSettings tls = new TlsSettings(27_708, TestPki.identity(TestPki.SERVER), List.of());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> ClassServerConfig.builder().plainPort(27_708).tls(tls).build())
        .withMessageContaining("27708");
  }
}
