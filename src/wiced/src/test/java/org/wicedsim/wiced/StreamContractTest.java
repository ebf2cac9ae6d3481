package org.wicedsim.wiced;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wicedsim.hal.ManualClock;
import org.wicedsim.hal.Octets;
import org.wicedsim.hal.Resource;
import org.wicedsim.pki.Identity;
import org.wicedsim.wiced.testing.Bench;
import org.wicedsim.wiced.testing.Certs;
import org.wicedsim.wiced.testing.Peer;

/// What a stream promises, whatever carries it (SPEC 3.2): TLS changes how much fits into a
/// segment, and the code at the end, and nothing else.
class StreamContractTest {
  private static final int PORT = 27_708;
  private static final Identity SERVER = Certs.selfSigned();

  @RegisterExtension final Bench bench = new Bench();

  private final ManualClock clock = new ManualClock();
  private final Bench.Played played = bench.play(clock);
  private final Wiced wiced = played.wiced();
  private final TcpSocket socket = wiced.tcp().createSocket(Interface.STA);

  /// What carries a stream.
  enum Wire {
    PLAIN("", 1_460, WicedResult.SOCKET_CLOSED),
    TLS_1_2("TLSv1.2", 1_431, WicedResult.TLS_PEER_CLOSE_NOTIFY),
    TLS_1_3("TLSv1.3", 1_431, WicedResult.TLS_PEER_CLOSE_NOTIFY);

    final String version;
    final int segmentOctets;
    final WicedResult end;

    Wire(String version, int segmentOctets, WicedResult end) {
      this.version = version;
      this.segmentOctets = segmentOctets;
      this.end = end;
    }
  }

  @ParameterizedTest
  @EnumSource(Wire.class)
  void aWriteWaitsInTheBufferUntilItIsFlushed(Wire wire) {
    Peer<String> peer = listen(wire, client -> client.read(11));
    TcpStream stream = connect(wire);
    stream.write(octets("W01D60"));
    stream.write(octets("50001"));
    assertThat(played.log().all(WicedEvent.SegmentSent.class)).isEmpty();

    assertThat(stream.flush()).isEqualTo(WicedResult.SUCCESS);

    assertThat(peer.next()).isEqualTo("W01D6050001");
    assertThat(played.log().all(WicedEvent.SegmentSent.class)).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(Wire.class)
  void aFullSegmentLeavesAtOnceAndTheRestWaits(Wire wire) {
    Peer<String> peer = listen(wire, client -> client.read(wire.segmentOctets));
    TcpStream stream = connect(wire);

    assertThat(stream.write(new byte[wire.segmentOctets + 1])).isEqualTo(WicedResult.SUCCESS);

    assertThat(peer.next()).hasSize(wire.segmentOctets);
    assertThat(played.log().all(WicedEvent.SegmentSent.class))
        .extracting(sent -> sent.data().length())
        .containsExactly(wire.segmentOctets);
  }

  @ParameterizedTest
  @EnumSource(Wire.class)
  void aResourceIsWrittenAsOctetsAre(Wire wire) {
    Peer<String> peer = listen(wire, client -> client.read(5_000));
    String text = "0123456789".repeat(500);
    TcpStream stream = connect(wire);

    WicedResult written = stream.write(new Resource("page.html", Octets.of(text)));
    stream.flush();

    assertThat(written).isEqualTo(WicedResult.SUCCESS);
    assertThat(peer.next()).isEqualTo(text);
    assertThat(played.log().resultsOf("wiced_tcp_stream_write_resource"))
        .containsExactly(WicedResult.SUCCESS);
  }

  @ParameterizedTest
  @EnumSource(Wire.class)
  void everyOctetArrivesInItsPlaceBothWays(Wire wire) {
    byte[] data = new byte[100_000];
    new Random(11).nextBytes(data);
    String text = new String(data, ISO_8859_1);
    Peer<String> peer =
        listen(
            wire,
            client -> {
              client.send(text);
              return client.read(data.length);
            });
    TcpStream stream = connect(wire);
    byte[] got = new byte[data.length];

    assertThat(stream.read(got, 60_000)).isEqualTo(WicedResult.SUCCESS);
    assertThat(stream.write(data)).isEqualTo(WicedResult.SUCCESS);
    stream.flush();

    assertThat(got).isEqualTo(data);
    assertThat(peer.next()).isEqualTo(text);
  }

  @ParameterizedTest
  @EnumSource(Wire.class)
  void aReadTakesExactlyWhatItWantsAndTheRestStays(Wire wire) {
    listen(wire, sending("A01D6050001"));
    TcpStream stream = connect(wire);
    byte[] first = new byte[5];
    byte[] second = new byte[6];

    assertThat(stream.read(first, 60_000)).isEqualTo(WicedResult.SUCCESS);
    assertThat(stream.read(second, 60_000)).isEqualTo(WicedResult.SUCCESS);

    assertThat(text(first, 5) + text(second, 6)).isEqualTo("A01D6050001");
  }

  @ParameterizedTest
  @EnumSource(Wire.class)
  void whatArrivedBeforeATimeOutIsInTheBuffer(Wire wire) {
    listen(wire, sending("part"));
    TcpStream stream = connect(wire);
    played.log().await(WicedEvent.SegmentReceived.class);
    byte[] buffer = new byte[11];
    CompletableFuture<WicedResult> read =
        CompletableFuture.supplyAsync(() -> stream.read(buffer, 100));

    letTimeOut();

    assertThat(read.join()).isEqualTo(WicedResult.TIMEOUT);
    assertThat(text(buffer, 4)).isEqualTo("part");
  }

  /// The course's servers ask for 13 octets, and so wait for a surplus that does not come.
  @ParameterizedTest
  @EnumSource(Wire.class)
  void aReadWithCountStillWaitsTheWholeTimeOut(Wire wire) {
    listen(wire, sending("W01D6050001"));
    TcpStream stream = connect(wire);
    played.log().await(WicedEvent.SegmentReceived.class);
    CompletableFuture<TcpStream.ReadCount> read =
        CompletableFuture.supplyAsync(() -> stream.readWithCount(new byte[13], 100));
    await().until(() -> clock.pending() == 1);
    clock.advance(Duration.ofMillis(99));
    assertThat(read).isNotDone();

    clock.advance(Duration.ofMillis(1));

    assertThat(read.join()).isEqualTo(new TcpStream.ReadCount(WicedResult.SUCCESS, 11));
  }

  @ParameterizedTest
  @EnumSource(Wire.class)
  void whatWasSentBeforeTheEndIsReadBeforeItsCode(Wire wire) {
    listen(
        wire,
        client -> {
          client.send("last");
          client.finish();
          return client.readToEnd();
        });
    TcpStream stream = connect(wire);

    assertThat(stream.read(new byte[4], 60_000)).isEqualTo(WicedResult.SUCCESS);
    assertThat(stream.read(new byte[1], 60_000)).isEqualTo(wire.end);
    assertThat(stream.readWithCount(new byte[1], 60_000))
        .isEqualTo(new TcpStream.ReadCount(wire.end, 0));
  }

  @ParameterizedTest
  @EnumSource(Wire.class)
  void deinitSendsWhatIsBufferedAndDropsWhatIsHeld(Wire wire) {
    Peer<String> peer =
        listen(
            wire,
            client -> {
              client.send("held and lost");
              String heard = client.read(10);
              client.send("next");
              return heard;
            });
    TcpStream stream = connect(wire);
    stream.read(new byte[4], 60_000);
    stream.write(octets("last words"));

    assertThat(stream.deinit()).isEqualTo(WicedResult.SUCCESS);

    byte[] buffer = new byte[4];
    assertThat(peer.next()).isEqualTo("last words");
    assertThat(wiced.tcp().streamInit(socket).read(buffer, 60_000)).isEqualTo(WicedResult.SUCCESS);
    assertThat(text(buffer, 4)).isEqualTo("next");
  }

  private <T> Peer<T> listen(Wire wire, Peer.Script<T> script) {
    return wire == Wire.PLAIN
        ? bench.listen(PORT, script)
        : bench.listenTls(
            PORT,
            SERVER,
            null,
            listener -> listener.setEnabledProtocols(new String[] {wire.version}),
            script);
  }

  private TcpStream connect(Wire wire) {
    if (wire != Wire.PLAIN) {
      wiced.tls().initRootCaCertificates(Certs.pem(SERVER.certificate()));
      socket.enableTls(wiced.tls().initContext(Certs.NAME));
    }
    assertThat(socket.connect(Bench.SERVER, PORT, 60_000)).isEqualTo(WicedResult.SUCCESS);
    return wiced.tcp().streamInit(socket);
  }

  private void letTimeOut() {
    await().until(() -> clock.pending() == 1);
    clock.advance(Duration.ofMillis(100));
  }

  private static Peer.Script<String> sending(String text) {
    return client -> {
      client.send(text);
      return client.readToEnd();
    };
  }

  private static byte[] octets(String text) {
    return text.getBytes(ISO_8859_1);
  }

  private static String text(byte[] buffer, int length) {
    return new String(buffer, 0, length, ISO_8859_1);
  }
}
