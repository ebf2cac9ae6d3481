package org.wicedsim.cli.mitm;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.wicedsim.pki.Impostor;
import org.wicedsim.wwepserver.ClassServer;
import org.wicedsim.wwepserver.ClassServerConfig;
import org.wicedsim.wwepserver.ServerIdentity;
import org.wicedsim.wwepserver.TlsSettings;
import org.wicedsim.wwepserver.Transport;

/// SPEC 5.3 with clients of the JDK and the real class server behind the man in the middle.
class DeceivedClientsTest {
  private ClassServer server;

  @BeforeEach
  void startServer() throws Exception {
    ServerIdentity identity = new ServerIdentity(Middle.REAL.privateKey(), Middle.REAL.chain());
    server =
        ClassServer.start(
            ClassServerConfig.builder()
                .plainPort(0)
                .tls(new TlsSettings(0, identity, List.of()))
                .build());
  }

  @AfterEach
  void stopServer() {
    server.close();
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"STOLEN_CERTIFICATE", "PROTOCOL_DOWNGRADE"})
  void aClientThatDoesNotVerifyIsReadInClear(Impostor impostor) throws Exception {
    try (Middle middle = Middle.tls(target(), impostor);
        SSLSocket client = TlsClient.credulous(middle.address())) {
      client.getOutputStream().write("W01D6050001".getBytes(US_ASCII));

      assertThat(new String(client.getInputStream().readNBytes(11), US_ASCII))
          .isEqualTo("A01D6050001");
      assertThat(middle.text(Direction.TO_TARGET)).isEqualTo("W01D6050001");
      assertThat(middle.text(Direction.TO_CLIENT)).isEqualTo("A01D6050001");
      assertThat(middle.await(MitmEvent.Deceived.class).protocol()).isEqualTo("TLSv1.3");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aClientThatVerifiesRefusesEveryImpostor(Impostor impostor) throws Exception {
    try (Middle middle = Middle.tls(target(), impostor);
        SSLSocket client = TlsClient.verifying(middle.address())) {
      assertThatThrownBy(client::startHandshake).isInstanceOf(SSLException.class);

      assertThat(middle.await(MitmEvent.Refused.class).why()).startsWith("refused this");
      assertThat(middle.await(MitmEvent.Closed.class).end()).isEqualTo(MitmEvent.End.NO_HANDSHAKE);
      assertThat(middle.all(MitmEvent.Deceived.class)).isEmpty();
    }
  }

  // Whoever believes every certificate still checks that its key is there, and the version.
  @ParameterizedTest
  @EnumSource(names = {"STOLEN_CERTIFICATE", "PROTOCOL_DOWNGRADE"})
  void evenACredulousClientRefusesThese(Impostor impostor) throws Exception {
    try (Middle middle = Middle.tls(target(), impostor);
        SSLSocket client = TlsClient.credulous(middle.address())) {
      assertThatThrownBy(client::startHandshake).isInstanceOf(SSLException.class);

      assertThat(middle.await(MitmEvent.Refused.class).why()).startsWith("refused this");
    }
  }

  @Test
  void theReasonOfAnUntrustedCertificateIsInPlainWords() throws Exception {
    try (Middle middle = Middle.tls(target(), Impostor.OTHER_CA);
        SSLSocket client = TlsClient.verifying(middle.address())) {
      assertThatThrownBy(client::startHandshake).isInstanceOf(SSLException.class);

      assertThat(middle.await(MitmEvent.Refused.class).why())
          .startsWith("refused this certificate: alert ")
          .endsWith("it verifies its server");
    }
  }

  @Test
  void theDowngradeIsRefusedByItsVersion() throws Exception {
    try (Middle middle = Middle.tls(target(), Impostor.PROTOCOL_DOWNGRADE);
        SSLSocket client = TlsClient.verifying(middle.address())) {
      assertThatThrownBy(client::startHandshake).hasMessageContaining("protocol_version");

      assertThat(middle.await(MitmEvent.Refused.class).why()).contains("alert protocol_version");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"SELF_SIGNED", "PROTOCOL_DOWNGRADE"})
  void aClientThatSpeaksNoTlsIsToldOf(Impostor impostor) throws Exception {
    try (Middle middle = Middle.tls(target(), impostor);
        Socket client = new Socket()) {
      client.connect(middle.address());
      client.getOutputStream().write("W01D6050001".getBytes(US_ASCII));

      assertThat(middle.await(MitmEvent.Refused.class).why()).contains("not TLS");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"SELF_SIGNED", "PROTOCOL_DOWNGRADE"})
  void aClientThatLeavesDuringTheHandshakeIsToldOf(Impostor impostor) throws Exception {
    try (Middle middle = Middle.tls(target(), impostor);
        Socket client = new Socket()) {
      client.connect(middle.address());
      client.shutdownOutput();

      assertThat(middle.await(MitmEvent.Refused.class).why()).contains("without a word");
      assertThat(middle.await(MitmEvent.Closed.class).end()).isEqualTo(MitmEvent.End.NO_HANDSHAKE);
    }
  }

  private InetSocketAddress target() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port(Transport.TLS));
  }
}
