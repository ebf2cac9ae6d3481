package org.wicedsim.wicedc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wicedsim.wicedc.TcpFirmware.BOARD;
import static org.wicedsim.wicedc.TcpFirmware.ERROR;
import static org.wicedsim.wicedc.TcpFirmware.IPV4;
import static org.wicedsim.wicedc.TcpFirmware.PORT;
import static org.wicedsim.wicedc.TcpFirmware.SUCCESS;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wicedsim.hal.SystemClock;
import org.wicedsim.pki.CertificateMaker;
import org.wicedsim.pki.CertificateSpec;
import org.wicedsim.pki.Identity;
import org.wicedsim.pki.KeyKind;
import org.wicedsim.pki.Pem;
import org.wicedsim.pki.Purpose;

/// Connections of the board with itself that are sealed with TLS, as C makes them (SPEC 3.5).
class TlsConnectionsTest {
  private static final Identity CLASS_SERVER = identity();

  @RegisterExtension final SdkBench bench = new SdkBench(new SystemClock());

  private final TcpFirmware firmware = new TcpFirmware(bench);

  @AfterEach
  void closePeers() throws Exception {
    firmware.close();
  }

  /// A length is that of `strlen`, or that of `sizeof`, with the NUL.
  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void aBoardTrustsTheCertificateThatItWasGiven(int nul) {
    Server server = serve();
    long struct = bench.octets(8);
    int context = initContext(struct, 0);
    byte[] root = SdkBench.ascii(pem(CLASS_SERVER));
    firmware.call(
        TlsCall.WICED_TLS_SET_CONTEXT_ROOT_CA_CERTIFICATES,
        context,
        bench.octets(Arrays.copyOf(root, root.length + nul)),
        root.length + nul);

    assertThat(handshake(server, struct, context).result()).isEqualTo(SUCCESS);
    assertThat(bench.diagnostics()).noneMatch(line -> line.startsWith("tls-unverified"));
  }

  @Test
  void aBoardRefusesACertificateThatItDoesNotTrust() {
    Server server = serve();
    long struct = bench.octets(8);
    int context = initContext(struct, 0);
    byte[] root = SdkBench.ascii(pem(identity()));
    long octets = bench.octets(root);
    firmware.call(TlsCall.WICED_TLS_INIT_ROOT_CA_CERTIFICATES, octets, root.length);

    assertThat(handshake(server, struct, context).result()).isEqualTo(ERROR);
  }

  /// On the SDK a socket only points to the structure.
  @Test
  void aContextThatIsInitialisedBehindEnablingItCounts() {
    long serverStruct = bench.octets(8);
    int socket = firmware.socket();
    firmware.call(TcpCall.WICED_TCP_LISTEN, socket, PORT);
    int before = initContext(serverStruct, 0);
    firmware.call(TcpCall.WICED_TCP_ENABLE_TLS, socket, 0, 0, 0, serverStruct, before);
    Server server = new Server(socket, serverStruct, initContext(serverStruct, classServer()));
    long struct = bench.octets(8);

    assertThat(handshake(server, struct, initContext(struct, 0)).result()).isEqualTo(SUCCESS);
  }

  @Test
  void aContextThatWasNeverInitialisedWorksForAClientAndGetsANumber() {
    TcpFirmware.Answer connected = handshake(serve(), bench.octets(8), Handles.NONE);

    assertThat(connected.result()).isEqualTo(SUCCESS);
    assertThat(connected.slots().int32(TlsCalls.CONTEXT_NUMBER)).isNotEqualTo(Handles.NONE);
    assertThat(bench.diagnostics()).anyMatch(line -> line.startsWith("not-initialised: "));
  }

  @Test
  void enablingNoContextIsAConnectionInClear() {
    int server = firmware.socket();
    firmware.call(TcpCall.WICED_TCP_LISTEN, server, PORT);
    int client = firmware.socket();
    long struct = bench.octets(8);
    int context = initContext(struct, 0);
    firmware.call(TcpCall.WICED_TCP_ENABLE_TLS, client, 0, 0, 0, struct, context);

    assertThat(firmware.call(TcpCall.WICED_TCP_ENABLE_TLS, client, 0, 0, 0, 0, 0).result())
        .isZero();

    assertThat(connect(client, 0, 0).result()).isEqualTo(SUCCESS);
  }

  /// A server's helper makes the context of each connection by itself.
  @Test
  void aServerSealsItsConnectionsUnderItsIdentity() throws Exception {
    Slots numbers = firmware.call(TcpCall.SIM_SERVER_NUMBERS, 1).slots();
    int server = numbers.int32(0);
    int socket = numbers.int32(1);
    firmware.call(TcpCall.WICED_TCP_SERVER_START, server, 1, socket, 0, PORT, 1, 11, 0, 0);
    firmware.call(TcpCall.WICED_TCP_SERVER_ENABLE_TLS, server, classServer());
    firmware.onEntry(() -> firmware.call(TcpCall.WICED_TCP_SERVER_ACCEPT, server, socket));
    long struct = bench.octets(8);
    int context = initContext(struct, 0);

    assertThat(connect(firmware.socket(), struct, context).result()).isEqualTo(SUCCESS);
  }

  /// A socket that listens at [TcpFirmware#PORT], and its context.
  private record Server(int socket, long struct, int context) {}

  private Server serve() {
    int socket = firmware.socket();
    firmware.call(TcpCall.WICED_TCP_LISTEN, socket, PORT);
    long struct = bench.octets(8);
    return new Server(socket, struct, initContext(struct, classServer()));
  }

  /// What the client's call gives when a client with this context connects to the server.
  private TcpFirmware.Answer handshake(Server server, long struct, int context) {
    CompletableFuture<TcpFirmware.Answer> accepted =
        CompletableFuture.supplyAsync(() ->
            firmware.call(
                TcpCall.WICED_TCP_ACCEPT,
                server.socket(),
                SocketCallsTest.ACCEPT_TIMEOUT_MS,
                0,
                0,
                server.struct(),
                server.context()));
    TcpFirmware.Answer connected = connect(firmware.socket(), struct, context);
    accepted.join();
    return connected;
  }

  private TcpFirmware.Answer connect(int client, long struct, int context) {
    return firmware.call(
        TcpCall.WICED_TCP_CONNECT, client, BOARD, PORT, 5_000, struct, context, IPV4);
  }

  private int initContext(long struct, int identity) {
    TcpFirmware.Answer answer =
        firmware.call(TlsCall.WICED_TLS_INIT_CONTEXT, struct, identity, 0, 0);
    assertThat(answer.result()).isEqualTo(SUCCESS);
    return answer.number();
  }

  private int classServer() {
    return initIdentity(Pem.encode(CLASS_SERVER.privateKey()), pem(CLASS_SERVER)).number();
  }

  private TcpFirmware.Answer initIdentity(String key, String certificate) {
    return firmware.call(
        TlsCall.WICED_TLS_INIT_IDENTITY,
        bench.octets(8),
        bench.octets(SdkBench.ascii(key)),
        key.length(),
        bench.octets(SdkBench.ascii(certificate)),
        certificate.length());
  }

  private static String pem(Identity identity) {
    return Pem.encode(identity.chain());
  }

  private static Identity identity() {
    Instant now = Instant.now();
    Duration day = Duration.ofDays(1);
    return CertificateMaker.selfSigned(
        CertificateSpec.of("CN=IoT", Purpose.SERVER, now.minus(day), now.plus(day)),
        KeyKind.EC_P256);
  }
}
