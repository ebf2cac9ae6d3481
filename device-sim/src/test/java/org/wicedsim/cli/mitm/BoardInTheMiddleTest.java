package org.wicedsim.cli.mitm;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wicedsim.firmware.LedClient;
import org.wicedsim.hal.BoardFile;
import org.wicedsim.hal.Event;
import org.wicedsim.hal.EventStream;
import org.wicedsim.hal.HalEvent;
import org.wicedsim.hal.Ipv4Address;
import org.wicedsim.hal.Octets;
import org.wicedsim.hal.Resources;
import org.wicedsim.hal.SystemClock;
import org.wicedsim.hal.VirtualBoard;
import org.wicedsim.pki.Impostor;
import org.wicedsim.pki.Pem;
import org.wicedsim.wiced.Endpoint;
import org.wicedsim.wiced.Firmware;
import org.wicedsim.wiced.FirmwareRun;
import org.wicedsim.wiced.Interface;
import org.wicedsim.wiced.LanAccess;
import org.wicedsim.wiced.LanSeat;
import org.wicedsim.wiced.NetworkConfig;
import org.wicedsim.wiced.Tcp;
import org.wicedsim.wiced.TcpSocket;
import org.wicedsim.wiced.TcpStream;
import org.wicedsim.wiced.Wiced;
import org.wicedsim.wiced.WicedEvent;
import org.wicedsim.wwep.Wwep;
import org.wicedsim.wwepserver.ClassServer;
import org.wicedsim.wwepserver.ClassServerConfig;
import org.wicedsim.wwepserver.ServerIdentity;
import org.wicedsim.wwepserver.TlsSettings;

/// SPEC 5.3 as the lab stages it: a board whose way to the class server leads through the middle.
class BoardInTheMiddleTest {
  private static final Ipv4Address CLASS_SERVER = Ipv4Address.of(198, 51, 100, 3);
  private static final Ipv4Address MIDDLE = Ipv4Address.of(198, 51, 100, 66);

  private final List<Event> events = new CopyOnWriteArrayList<>();
  private LanSeat lan;
  private ClassServer server;

  @BeforeEach
  void startServer() throws Exception {
    lan = LanSeat.takeFreeLan();
    ServerIdentity identity = new ServerIdentity(Middle.REAL.privateKey(), Middle.REAL.chain());
    server =
        ClassServer.start(
            ClassServerConfig.builder()
                .addresses(List.of(lan.lan().loopback(CLASS_SERVER)))
                .plainPort(Wwep.PLAIN_PORT)
                .tls(new TlsSettings(Wwep.TLS_PORT, identity, List.of()))
                .build());
  }

  @AfterEach
  void stopServer() {
    server.close();
    lan.close();
  }

  @ParameterizedTest
  @CsvSource({
    "SELF_SIGNED, tls-untrusted",
    "OTHER_CA, tls-untrusted",
    "EXPIRED, tls-expired",
    "WRONG_NAME, tls-wrong-name",
    "STOLEN_CERTIFICATE, tls-broken",
    "PROTOCOL_DOWNGRADE, tls-no-common-protocol",
  })
  void theVerifyingClientRefusesEveryImpostorAndSaysWhy(Impostor impostor, String code)
      throws Exception {
    try (Middle middle = middle(impostor)) {
      VirtualBoard board = board();
      try (FirmwareRun _ = FirmwareRun.start(board, access(), LedClient.overTls())) {
        awaitEvent(event ->
            event instanceof WicedEvent.SdkCall call
                && call.function().equals("wiced_gpio_input_irq_enable"));
        board.levers().press(1);

        awaitEvent(event ->
            event instanceof HalEvent.Diagnostic diagnostic
                && diagnostic.code().startsWith("tls-"));
        // What it holds until then would be told of as lost.
        awaitEvent(event ->
            event instanceof WicedEvent.SdkCall call
                && call.function().equals("wiced_tls_deinit_context"));
      }

      assertThat(diagnostics()).containsExactly(code);
      assertThat(middle.await(MitmEvent.Refused.class).why()).isNotEmpty();
      assertThat(middle.all(MitmEvent.Read.class)).isEmpty();
    }
  }

  @Test
  void aClientWithoutRootCertificateIsReadInClear() throws Exception {
    try (Middle middle = middle(Impostor.SELF_SIGNED);
        FirmwareRun _ = FirmwareRun.start(board(), access(), unverified())) {
      awaitEvent(event ->
          event instanceof WicedEvent.SegmentReceived segment
              && segment.data().utf8().equals("A01D6050001"));

      assertThat(middle.text(Direction.TO_TARGET)).isEqualTo("W01D6050001");
      assertThat(middle.text(Direction.TO_CLIENT)).isEqualTo("A01D6050001");
      assertThat(diagnostics()).containsExactly("tls-unverified");
    }
  }

  /// Sends one request over TLS to whoever answers.
  private static Firmware unverified() {
    return (Wiced wiced) -> {
      wiced.init();
      wiced.network().up(Interface.STA, NetworkConfig.EXTERNAL_DHCP_SERVER);
      TcpSocket socket = wiced.tcp().createSocket(Interface.STA);
      socket.bind(Tcp.ANY_PORT);
      socket.enableTls(wiced.tls().initContext(null));
      socket.connect(CLASS_SERVER, Wwep.TLS_PORT, 20_000);
      TcpStream stream = wiced.tcp().streamInit(socket);
      stream.write("W01D6050001".getBytes(US_ASCII));
      stream.flush();
      stream.read(new byte[11], 20_000);
      stream.deinit();
      socket.delete();
    };
  }

  private Middle middle(Impostor impostor) throws Exception {
    return Middle.at(new Route(at(MIDDLE), at(CLASS_SERVER), true), impostor);
  }

  private VirtualBoard board() throws Exception {
    Resources files =
        new Resources(
            List.of(),
            Map.of(LedClient.ROOT_CERTIFICATE, Octets.of(Pem.encode(Middle.REAL.chain()))));
    VirtualBoard board =
        new VirtualBoard(BoardFile.shipped(BoardFile.DEFAULT), files, new SystemClock());
    EventStream.Subscription _ = board.events().subscribe(event -> events.add(event.event()));
    return board;
  }

  /// What `run --server 198.51.100.66` does.
  private LanAccess access() {
    return new LanAccess(
        lan.lan(),
        Ipv4Address.of(198, 51, 100, 14),
        Map.of(new Endpoint(CLASS_SERVER, Wwep.TLS_PORT), at(MIDDLE)));
  }

  private InetSocketAddress at(Ipv4Address address) {
    return new InetSocketAddress(lan.lan().loopback(address), Wwep.TLS_PORT);
  }

  private List<String> diagnostics() {
    return events.stream()
        .filter(HalEvent.Diagnostic.class::isInstance)
        .map(event -> ((HalEvent.Diagnostic) event).code())
        .toList();
  }

  private void awaitEvent(Predicate<Event> wanted) {
    Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> events.stream().anyMatch(wanted));
  }
}
