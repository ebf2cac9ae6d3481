package org.wicedsim.wiced;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wicedsim.pki.CertificateMaker;
import org.wicedsim.pki.Identity;
import org.wicedsim.pki.KeyKind;
import org.wicedsim.pki.Pem;
import org.wicedsim.wiced.testing.Bench;
import org.wicedsim.wiced.testing.Certs;
import org.wicedsim.wiced.testing.Peer;

/// `wiced_tls_set_extension`, its deprecated name, and the forms of `wiced_tls_init_identity`.
class TlsExtensionTest {
  private static final int PORT = 40_508;
  private static final Identity SERVER = Certs.selfSigned();

  @RegisterExtension final Bench bench = new Bench();

  private final Bench.Played played = bench.play();
  private final Wiced wiced = played.wiced();
  private final TlsContext context = wiced.tls().initContext(null);

  @Test
  void theServersNameIsSent() {
    Peer<String> peer = bench.listenTls(PORT, SERVER, TlsExtensionTest::requestedName);

    assertThat(context.setExtension(new TlsExtension.ServerName(Certs.NAME)))
        .isEqualTo(WicedResult.SUCCESS);
    assertThat(connect()).isEqualTo(WicedResult.SUCCESS);

    assertThat(peer.next()).contains(Certs.NAME);
  }

  @Test
  void aLaterNameReplacesAnEarlierOne() {
    Peer<String> peer = bench.listenTls(PORT, SERVER, TlsExtensionTest::requestedName);
    context.setExtension(new TlsExtension.ServerName("other.example"));
    context.setExtension(new TlsExtension.ServerName(Certs.NAME));

    connect();

    assertThat(peer.next()).contains(Certs.NAME).doesNotContain("other.example");
  }

  @Test
  void aNameThatIsNoHostNameIsNotSent() {
    Peer<String> peer = bench.listenTls(PORT, SERVER, TlsExtensionTest::requestedName);
    context.setExtension(new TlsExtension.ServerName("no host name"));

    connect();

    assertThat(peer.next()).isEqualTo("[]");
    assertThat(played.log().awaitDiagnostic("bad-server-name")).contains("no host name");
  }

  @Test
  void theServerChoosesAmongTheProtocolsOfTheClient() {
    Peer<String> peer =
        bench.listenTls(
            PORT,
            SERVER,
            null,
            TlsExtensionTest::speakingHttp11,
            client -> ((SSLSocket) client.socket()).getApplicationProtocol());
    context.setExtension(new TlsExtension.Alpn(List.of("h2", "http/1.1")));

    connect();

    assertThat(peer.next()).isEqualTo("http/1.1");
  }

  @Test
  void addExtensionWorksAndSaysThatItIsDeprecated() {
    Peer<String> peer = bench.listenTls(PORT, SERVER, TlsExtensionTest::requestedName);

    assertThat(context.addExtension(new TlsExtension.ServerName(Certs.NAME)))
        .isEqualTo(WicedResult.SUCCESS);

    connect();
    assertThat(peer.next()).contains(Certs.NAME);
    assertThat(played.log().awaitDiagnostic("deprecated")).contains("wiced_tls_set_extension");
  }

  @ParameterizedTest
  @EnumSource(KeyKind.class)
  void anIdentityMayBeDer(KeyKind kind) throws Exception {
    Identity identity = CertificateMaker.selfSigned(Certs.server(), kind);

    assertThat(
            wiced
                .tls()
                .initIdentity(
                    identity.privateKey().getEncoded(), identity.certificate().getEncoded())
                .result())
        .isEqualTo(WicedResult.SUCCESS);
  }

  @Test
  void anIdentityMayHaveNoKey() {
    byte[] certificate = Pem.encode(SERVER.certificate()).getBytes(ISO_8859_1);

    assertThat(wiced.tls().initIdentity(new byte[0], certificate).result())
        .isEqualTo(WicedResult.SUCCESS);
  }

  @Test
  void anIdentityAndAContextAreEndedTwiceWithoutHarm() {
    TlsIdentity identity = wiced.tls().initIdentity(new byte[0], new byte[0]);

    assertThat(identity.deinit()).isEqualTo(WicedResult.SUCCESS);
    assertThat(identity.deinit()).isEqualTo(WicedResult.SUCCESS);
    assertThat(context.deinit()).isEqualTo(WicedResult.SUCCESS);
    assertThat(context.deinit()).isEqualTo(WicedResult.SUCCESS);
  }

  private WicedResult connect() {
    TcpSocket socket = wiced.tcp().createSocket(Interface.STA);
    socket.enableTls(context);
    return socket.connect(Bench.SERVER, PORT, 10_000);
  }

  private static String requestedName(Peer.Client client) {
    SSLSocket socket = (SSLSocket) client.socket();
    return ((ExtendedSSLSession) socket.getSession()).getRequestedServerNames().toString();
  }

  private static void speakingHttp11(SSLServerSocket listener) {
    SSLParameters parameters = listener.getSSLParameters();
    parameters.setApplicationProtocols(new String[] {"http/1.1"});
    listener.setSSLParameters(parameters);
  }
}
