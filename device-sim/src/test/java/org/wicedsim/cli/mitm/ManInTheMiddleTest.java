package org.wicedsim.cli.mitm;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wicedsim.cli.mitm.MitmEvent.End;
import org.wicedsim.pki.Impostor;

/// The plain road: what goes in on one side comes out on the other, ends of every kind included.
@Timeout(60)
class ManInTheMiddleTest {
  private static final int TIMEOUT_MS = 30_000;

  private ServerSocket target;

  @BeforeEach
  void listen() throws IOException {
    target = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    target.setSoTimeout(TIMEOUT_MS);
  }

  @AfterEach
  void close() throws IOException {
    target.close();
  }

  @Test
  void octetsGoBothWaysUnchangedAndAreShown() throws IOException {
    try (Middle middle = middle();
        Socket client = connect(middle);
        Socket server = target.accept()) {
      client.getOutputStream().write("W01D6050001".getBytes(US_ASCII));
      assertThat(read(server, 11)).isEqualTo("W01D6050001");
      server.getOutputStream().write("A01D6050001".getBytes(US_ASCII));
      assertThat(read(client, 11)).isEqualTo("A01D6050001");

      assertThat(middle.text(Direction.TO_TARGET)).isEqualTo("W01D6050001");
      assertThat(middle.text(Direction.TO_CLIENT)).isEqualTo("A01D6050001");
      assertThat(middle.all(MitmEvent.Read.class))
          .flatExtracting(MitmEvent.Read::wwep)
          .containsExactly(
              "write 0001 to register 05 of device 01D6",
              "done: register 05 of device 01D6 holds 0001");
    }
  }

  @Test
  void aHalfCloseGoesThroughAndTheOtherDirectionGoesOn() throws IOException {
    try (Middle middle = middle();
        Socket client = connect(middle);
        Socket server = target.accept()) {
      client.getOutputStream().write("R0FAC".getBytes(US_ASCII));
      client.shutdownOutput();
      assertThat(server.getInputStream().readAllBytes()).isEqualTo("R0FAC".getBytes(US_ASCII));

      server.getOutputStream().write('X');
      server.shutdownOutput();

      assertThat(client.getInputStream().readAllBytes()).isEqualTo("X".getBytes(US_ASCII));
      assertThat(middle.await(MitmEvent.Closed.class).end()).isEqualTo(End.DONE);
    }
  }

  @Test
  void aResetOfTheClientResetsTheTarget() throws IOException {
    try (Middle middle = middle();
        Socket client = connect(middle);
        Socket server = target.accept()) {
      server.setSoTimeout(TIMEOUT_MS);
      client.setSoLinger(true, 0);
      client.close();

      assertThatThrownBy(() -> server.getInputStream().read()).isInstanceOf(SocketException.class);
      assertThat(middle.await(MitmEvent.Closed.class).end()).isEqualTo(End.CLIENT_RESET);
    }
  }

  @Test
  void aResetOfTheTargetResetsTheClient() throws IOException {
    try (Middle middle = middle();
        Socket client = connect(middle);
        Socket server = target.accept()) {
      // Before that, the man in the middle may still be connecting.
      client.getOutputStream().write('R');
      assertThat(read(server, 1)).isEqualTo("R");

      server.setSoLinger(true, 0);
      server.close();

      assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketException.class);
      assertThat(middle.await(MitmEvent.Closed.class).end()).isEqualTo(End.TARGET_RESET);
    }
  }

  @Test
  void aTargetThatIsNotThereEndsTheConnection() throws IOException {
    target.close();
    try (Middle middle = middle();
        Socket client = connect(middle)) {
      assertThat(client.getInputStream().read()).isEqualTo(-1);
      assertThat(middle.await(MitmEvent.TargetFailed.class).target())
          .isEqualTo(target.getLocalSocketAddress());
      assertThat(middle.await(MitmEvent.Closed.class).end()).isEqualTo(End.NO_TARGET);
    }
  }

  @Test
  void oneConnectionMoreThanTheLimitIsSentAway() throws IOException {
    try (Middle middle = Middle.plain(address(), limits(1, Duration.ofMinutes(1)));
        Socket first = connect(middle);
        Socket server = target.accept();
        Socket second = connect(middle)) {
      assertThat(middle.await(MitmEvent.TooMany.class).limit()).isEqualTo(1);
      server.getOutputStream().write('X');
      assertThat(read(first, 1)).isEqualTo("X");
      assertThat(second.isConnected()).isTrue();
    }
  }

  @Test
  void aConnectionWithoutAWordIsClosedInTheEnd() throws IOException {
    try (Middle middle = Middle.plain(address(), limits(4, Duration.ofMillis(50)));
        Socket client = connect(middle);
        Socket server = target.accept()) {
      assertThat(client.getInputStream().read()).isEqualTo(-1);
      assertThat(server.getInputStream().read()).isEqualTo(-1);
      assertThat(middle.await(MitmEvent.Closed.class).end()).isEqualTo(End.IDLE);
    }
  }

  // Without back pressure the man in the middle would hold all that the target does not read.
  @Test
  void aTargetThatDoesNotReadStopsTheClient() throws Exception {
    byte[] much = new byte[48 << 20];
    new Random(7).nextBytes(much);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor();
        Middle middle = middle();
        Socket client = connect(middle);
        Socket server = target.accept()) {
      var _ =
          CompletableFuture.runAsync(
              () -> {
                try {
                  client.getOutputStream().write(much);
                  client.shutdownOutput();
                } catch (IOException e) {
                  throw new AssertionError(e);
                }
              },
              threads);
      AtomicLong last = new AtomicLong(-1);
      Awaitility.await()
          .atMost(Middle.PATIENCE)
          .pollInterval(Duration.ofMillis(300))
          .until(() -> passed(middle) > 0 && last.getAndSet(passed(middle)) == passed(middle));

      assertThat(last.get()).isLessThan(much.length);
      assertThat(server.getInputStream().readAllBytes()).isEqualTo(much);
    }
  }

  @Test
  void closingEndsOpenConnections() throws IOException {
    Middle middle = middle();
    try (Socket client = connect(middle);
        Socket server = target.accept()) {
      middle.close();

      assertThat(client.getInputStream().read()).isEqualTo(-1);
      assertThat(server.getInputStream().read()).isEqualTo(-1);
      assertThat(middle.await(MitmEvent.Closed.class).end()).isEqualTo(End.STOPPED);
    }
  }

  @Test
  void anAddressInUseIsNamed() {
    Route taken = new Route(address(), address(), false);

    assertThatThrownBy(() -> Middle.at(taken, Impostor.SELF_SIGNED))
        .isInstanceOf(BindException.class)
        .hasMessageContaining("127.0.0.1 port " + target.getLocalPort());
  }

  @Test
  void nothingBeyondLoopbackIsListenedAtOrReached() {
    InetSocketAddress everywhere = new InetSocketAddress("0.0.0.0", 1);
    InetSocketAddress outside = new InetSocketAddress("192.0.2.7", 1);

    assertThatThrownBy(() -> new Route(everywhere, address(), true))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Route(address(), outside, true))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private Middle middle() throws IOException {
    return Middle.plain(address(), MitmLimits.DEFAULT);
  }

  private static MitmLimits limits(int connections, Duration idle) {
    Duration ample = Duration.ofSeconds(30);
    return new MitmLimits(connections, 1 << 16, ample, ample, idle);
  }

  private InetSocketAddress address() {
    return (InetSocketAddress) target.getLocalSocketAddress();
  }

  private static Socket connect(Middle middle) throws IOException {
    Socket client = new Socket();
    client.connect(middle.address(), TIMEOUT_MS);
    client.setSoTimeout(TIMEOUT_MS);
    return client;
  }

  private static String read(Socket socket, int octets) throws IOException {
    return new String(socket.getInputStream().readNBytes(octets), US_ASCII);
  }

  private static long passed(Middle middle) {
    return List.copyOf(middle.all(MitmEvent.Read.class)).stream()
        .mapToLong(read -> read.octets().length())
        .sum();
  }
}
