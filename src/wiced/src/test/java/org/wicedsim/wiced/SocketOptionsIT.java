package org.wicedsim.wiced;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wicedsim.wiced.testing.Bench;
import org.wicedsim.wiced.testing.Peer;

/// What the kernel says of a board's sockets, by `ss`.
class SocketOptionsIT {
  private static final int PORT = 27_708;

  @RegisterExtension final Bench bench = new Bench();

  private final TcpSocket socket = bench.play().wiced().tcp().createSocket(Interface.STA);

  @BeforeAll
  static void needsSs() {
    boolean there =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "ss")));
    assumeTrue(there, "ss is installed (package iproute2)");
  }

  @Test
  void theTypeOfServiceIsThatOfTheSocketWhenItWasSetBeforeTheConnection() throws IOException {
    bench.listen(PORT, Peer.Client::readToEnd);
    socket.setTypeOfService(0x40);
    socket.connect(Bench.SERVER, PORT, 5_000);

    assertThat(kernelsWord()).contains("tos:0x40");
  }

  @Test
  void theTypeOfServiceOfAConnectionCanBeChanged() throws IOException {
    bench.listen(PORT, Peer.Client::readToEnd);
    socket.connect(Bench.SERVER, PORT, 5_000);
    socket.setTypeOfService(0xA0);

    assertThat(kernelsWord()).contains("tos:0xa0");
  }

  @Test
  void aSilentConnectionIsProbed() throws IOException {
    bench.listen(PORT, Peer.Client::readToEnd);
    assertThat(socket.enableKeepalive(10, 3, 60)).isEqualTo(WicedResult.SUCCESS);
    socket.connect(Bench.SERVER, PORT, 5_000);

    assertThat(kernelsWord()).contains("timer:(keepalive,");
  }

  @Test
  void keepaliveNumbersOutOfRangeAreRefused() {
    assertThat(socket.enableKeepalive(0, 3, 60)).isEqualTo(WicedResult.BADARG);
    assertThat(socket.enableKeepalive(10, 128, 60)).isEqualTo(WicedResult.BADARG);
    assertThat(socket.enableKeepalive(10, 3, 32_768)).isEqualTo(WicedResult.BADARG);
  }

  private String kernelsWord() throws IOException {
    String board = bench.lan().loopback(Bench.BOARD).getHostAddress();
    Process ss =
        new ProcessBuilder(List.of("ss", "-tnoi", "--tos", "src", board))
            .redirectErrorStream(true)
            .start();
    return new String(ss.getInputStream().readAllBytes(), UTF_8);
  }
}
