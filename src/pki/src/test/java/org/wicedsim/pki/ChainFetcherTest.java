package org.wicedsim.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChainFetcherTest {
  private static final Identity ROOT =
      CertificateMaker.selfSigned(Fixtures.ca("Root"), KeyKind.EC_P256);
  private static final Identity MIDDLE =
      CertificateMaker.issuedBy(ROOT, Fixtures.ca("Middle"), KeyKind.EC_P256);

  @ParameterizedTest
  @EnumSource(KeyKind.class)
  void whateverTheServerSendsIsFetchedThoughNobodyVouchesForIt(KeyKind kind) throws Exception {
    Identity identity = CertificateMaker.issuedBy(MIDDLE, Fixtures.server(), kind);
    try (Tls.Server server = Tls.serve(identity)) {
      ServerChain chain = ChainFetcher.fetch(at(server.port()), "elsewhere.test");

      assertThat(chain.sent()).isEqualTo(identity.chain());
      assertThat(chain.server()).isEqualTo(identity.certificate());
      assertThat(chain.intermediate()).contains(MIDDLE.certificate());
      assertThat(chain.root(List.of())).isEmpty();
      assertThat(chain.root(List.of(ROOT.certificate()))).contains(ROOT.certificate());
    }
  }

  @Test
  void aSelfSignedServerIsItsOwnRootWithoutAnIntermediate() {
    Identity own = CertificateMaker.selfSigned(Fixtures.server(), KeyKind.EC_P256);
    ServerChain chain = new ServerChain(own.chain());

    assertThat(chain.root(List.of())).contains(own.certificate());
    assertThat(chain.intermediate()).isEmpty();
  }

  @Test
  void aRootOfTheSameNameAndAnotherKeyIsNotTheRoot() {
    Identity impostor = CertificateMaker.selfSigned(Fixtures.ca("Root"), KeyKind.EC_P256);

    assertThat(new ServerChain(MIDDLE.chain()).root(List.of(impostor.certificate()))).isEmpty();
  }

  @Test
  void aServerThatSpeaksPlainIsNoTlsServer() throws Exception {
    try (ServerSocket plain = listen()) {
      Thread.startVirtualThread(() -> answer(plain, "X"));

      assertThatThrownBy(() -> ChainFetcher.fetch(at(plain.getLocalPort()), "x.test"))
          .isInstanceOf(SSLException.class);
    }
  }

  @Test
  void aServerThatSaysNothingIsGivenUp() throws Exception {
    try (ServerSocket silent = listen()) {
      assertThatThrownBy(
              () -> ChainFetcher.fetch(at(silent.getLocalPort()), "x.test", Duration.ofMillis(200)))
          .isInstanceOf(SSLException.class)
          .hasMessage("no handshake within 200 ms");
    }
  }

  @Test
  void noServerIsNoConnection() throws Exception {
    int free;
    try (ServerSocket probe = listen()) {
      free = probe.getLocalPort();
    }

    assertThatThrownBy(() -> ChainFetcher.fetch(at(free), "x.test"))
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(SSLException.class);
  }

  @Test
  void javaBringsRootsThatSignedThemselves() {
    assertThat(JavaRoots.certificates())
        .hasSizeGreaterThan(50)
        .allMatch(Certificates::isSelfIssued);
  }

  private static ServerSocket listen() throws IOException {
    return new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
  }

  private static InetSocketAddress at(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  private static void answer(ServerSocket listener, String text) {
    try (Socket peer = listener.accept()) {
      peer.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
      peer.shutdownOutput();
      peer.getInputStream().readAllBytes();
    } catch (IOException _) {
      // The client has seen enough.
    }
  }
}
