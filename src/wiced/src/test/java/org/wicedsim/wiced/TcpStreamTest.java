package org.wicedsim.wiced;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.InputStream;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wicedsim.hal.ManualClock;
import org.wicedsim.wiced.testing.Bench;
import org.wicedsim.wiced.testing.Peer;

/// SPEC 3.2.
class TcpStreamTest {
  private static final int PORT = 27_708;
  private static final int SEGMENT = 1_460;

  @RegisterExtension final Bench bench = new Bench();

  private final ManualClock clock = new ManualClock();
  private final Bench.Played played = bench.play(clock);
  private final Wiced wiced = played.wiced();
  private final TcpSocket socket = wiced.tcp().createSocket(Interface.STA);

  @Test
  void aWriteWaitsInTheBufferUntilItIsFlushed() {
    Peer<String> peer = bench.listen(PORT, Peer.Client::readToEnd);
    TcpStream stream = connect();

    assertThat(stream.write(octets("W01D60"))).isEqualTo(WicedResult.SUCCESS);
    assertThat(stream.write(octets("50001"))).isEqualTo(WicedResult.SUCCESS);
    assertThat(played.log().all(WicedEvent.SegmentSent.class)).isEmpty();

    assertThat(stream.flush()).isEqualTo(WicedResult.SUCCESS);

    assertThat(played.log().all(WicedEvent.SegmentSent.class))
        .extracting(sent -> sent.data().utf8())
        .containsExactly("W01D6050001");
    socket.disconnect();
    assertThat(peer.next()).isEqualTo("W01D6050001");
  }

  @Test
  void whatIsNeverFlushedNeverLeaves() {
    Peer<String> peer = bench.listen(PORT, Peer.Client::readToEnd);
    connect().write(octets("unsent"));

    socket.delete();

    assertThat(peer.next()).isEmpty();
  }

  @Test
  void aFullSegmentLeavesAtOnceAndTheRestWaits() {
    Peer<String> peer = bench.listen(PORT, client -> client.read(2 * SEGMENT));
    TcpStream stream = connect();

    stream.write(new byte[2 * SEGMENT + 1]);

    assertThat(peer.next()).hasSize(2 * SEGMENT);
    assertThat(played.log().all(WicedEvent.SegmentSent.class))
        .extracting(sent -> sent.data().length())
        .containsExactly(SEGMENT, SEGMENT);
  }

  @ParameterizedTest
  @ValueSource(ints = {SEGMENT - 1, SEGMENT, SEGMENT + 1})
  void everySizeAroundASegmentArrivesWhole(int size) {
    Peer<String> peer = bench.listen(PORT, Peer.Client::readToEnd);
    TcpStream stream = connect();
    byte[] data = new byte[size];
    new Random(size).nextBytes(data);

    stream.write(data);
    stream.flush();
    socket.disconnect();

    assertThat(peer.next()).isEqualTo(new String(data, ISO_8859_1));
  }

  @Test
  void flushOfNothingSucceeds() {
    bench.listen(PORT, Peer.Client::readToEnd);

    assertThat(connect().flush()).isEqualTo(WicedResult.SUCCESS);
  }

  @Test
  void deinitSendsWhatIsBuffered() {
    Peer<String> peer = bench.listen(PORT, Peer.Client::readToEnd);
    TcpStream stream = connect();
    stream.write(octets("last words"));

    assertThat(stream.deinit()).isEqualTo(WicedResult.SUCCESS);

    socket.disconnect();
    assertThat(peer.next()).isEqualTo("last words");
  }

  @Test
  void withoutAConnectionASendFailsAndIsDropped() {
    TcpStream stream = wiced.tcp().streamInit(socket);
    stream.write(octets("lost"));

    assertThat(stream.flush()).isEqualTo(WicedResult.SOCKET_CLOSED);
    assertThat(stream.flush()).isEqualTo(WicedResult.SUCCESS);
  }

  @Test
  void withoutANetworkStreamsGiveItsCode() {
    bench.listen(PORT, Peer.Client::readToEnd);
    TcpStream stream = connect();
    stream.write(octets("lost"));
    wiced.network().down(Interface.STA);

    assertThat(stream.flush()).isEqualTo(WicedResult.NOTUP);
    assertThat(stream.read(new byte[1], 1_000)).isEqualTo(WicedResult.NOTUP);
    assertThat(stream.readWithCount(new byte[1], 1_000))
        .isEqualTo(new TcpStream.ReadCount(WicedResult.NOTUP, 0));
  }

  @Test
  void aReadTakesExactlyWhatItWantsAndTheRestStays() {
    bench.listen(PORT, sending("A01D6050001"));
    TcpStream stream = connect();
    byte[] first = new byte[5];
    byte[] second = new byte[6];

    assertThat(stream.read(first, 60_000)).isEqualTo(WicedResult.SUCCESS);
    assertThat(stream.read(second, 60_000)).isEqualTo(WicedResult.SUCCESS);

    assertThat(text(first, 5) + text(second, 6)).isEqualTo("A01D6050001");
  }

  @Test
  void aReadGathersSeveralSegments() {
    CompletableFuture<Void> more = new CompletableFuture<>();
    bench.listen(
        PORT,
        client -> {
          client.send("A01D6");
          more.get();
          client.send("050001");
          return client.readToEnd();
        });
    TcpStream stream = connect();
    byte[] buffer = new byte[11];
    CompletableFuture<WicedResult> read =
        CompletableFuture.supplyAsync(() -> stream.read(buffer, 60_000));
    played.log().await(WicedEvent.SegmentReceived.class);

    more.complete(null);

    assertThat(read.join()).isEqualTo(WicedResult.SUCCESS);
    assertThat(text(buffer, 11)).isEqualTo("A01D6050001");
  }

  @Test
  void whatArrivedBeforeATimeOutIsInTheBufferAllTheSame() {
    bench.listen(PORT, sending("part"));
    TcpStream stream = connect();
    played.log().await(WicedEvent.SegmentReceived.class);
    byte[] buffer = new byte[11];
    CompletableFuture<WicedResult> read =
        CompletableFuture.supplyAsync(() -> stream.read(buffer, 100));

    letTimeOut(100);

    assertThat(read.join()).isEqualTo(WicedResult.TIMEOUT);
    assertThat(text(buffer, 4)).isEqualTo("part");
  }

  @Test
  void whatArrivedBeforeTheEndIsInTheBufferAllTheSame() {
    bench.listen(PORT, sendingAndFinishing("part"));
    byte[] buffer = new byte[11];

    assertThat(connect().read(buffer, 60_000)).isEqualTo(WicedResult.SOCKET_CLOSED);

    assertThat(text(buffer, 4)).isEqualTo("part");
  }

  /// The time-out is for each further segment, not in total.
  @Test
  void everySegmentRestartsTheTimeOut() {
    CompletableFuture<Void> second = new CompletableFuture<>();
    bench.listen(
        PORT,
        client -> {
          client.send("1");
          second.get();
          client.send("2");
          return client.readToEnd();
        });
    TcpStream stream = connect();
    played.log().await(WicedEvent.SegmentReceived.class);
    CompletableFuture<WicedResult> read =
        CompletableFuture.supplyAsync(() -> stream.read(new byte[3], 100));
    await().until(() -> clock.pending() == 1);
    clock.advance(Duration.ofMillis(99));
    second.complete(null);
    // Behind the second segment the read waits on a timer of its own.
    await().until(() -> played.log().all(WicedEvent.SegmentReceived.class).size() == 2);
    await().until(() -> read.isDone() || clock.pending() == 1);

    clock.advance(Duration.ofMillis(99));

    assertThat(read).isNotDone();
    clock.advance(Duration.ofMillis(100));
    assertThat(read.join()).isEqualTo(WicedResult.TIMEOUT);
  }

  @Test
  void aReadWithoutAWaitTakesWhatIsThere() {
    bench.listen(PORT, sending("now"));
    TcpStream stream = connect();
    byte[] buffer = new byte[3];
    assertThat(stream.read(buffer, Rtos.NO_WAIT)).isIn(WicedResult.TIMEOUT, WicedResult.SUCCESS);
    played.log().await(WicedEvent.SegmentReceived.class);

    await().until(() -> stream.readWithCount(buffer, Rtos.NO_WAIT).octets() > 0 || buffer[0] > 0);

    assertThat(text(buffer, 3)).isEqualTo("now");
  }

  @Test
  void aReadWithCountGivesWhatCameBeforeTheTimeOut() {
    bench.listen(PORT, sending("X"));
    TcpStream stream = connect();
    played.log().await(WicedEvent.SegmentReceived.class);
    CompletableFuture<TcpStream.ReadCount> read =
        CompletableFuture.supplyAsync(() -> stream.readWithCount(new byte[13], 100));

    letTimeOut(100);

    assertThat(read.join()).isEqualTo(new TcpStream.ReadCount(WicedResult.SUCCESS, 1));
  }

  @Test
  void aReadWithCountGivesWhatCameBeforeTheEnd() {
    bench.listen(PORT, sendingAndFinishing("X"));
    TcpStream stream = connect();

    assertThat(stream.readWithCount(new byte[13], 60_000))
        .isEqualTo(new TcpStream.ReadCount(WicedResult.SUCCESS, 1));
    assertThat(stream.readWithCount(new byte[13], 60_000))
        .isEqualTo(new TcpStream.ReadCount(WicedResult.SOCKET_CLOSED, 0));
  }

  @Test
  void aReadWithCountOfNothingTimesOut() {
    bench.listen(PORT, sending(""));
    TcpStream stream = connect();
    CompletableFuture<TcpStream.ReadCount> read =
        CompletableFuture.supplyAsync(() -> stream.readWithCount(new byte[13], 100));

    letTimeOut(100);

    assertThat(read.join()).isEqualTo(new TcpStream.ReadCount(WicedResult.TIMEOUT, 0));
  }

  @Test
  void aReadOfNoOctetsSucceeds() {
    bench.listen(PORT, sending(""));

    assertThat(connect().read(new byte[0], 60_000)).isEqualTo(WicedResult.SUCCESS);
  }

  @Test
  void whatWasSentBeforeTheEndIsReadBeforeTheEndIsTold() {
    bench.listen(PORT, sendingAndFinishing("A01D6050001"));
    TcpStream stream = connect();
    await().until(() -> socket.state() == SocketState.CLOSING);
    byte[] buffer = new byte[11];

    assertThat(stream.read(buffer, 60_000)).isEqualTo(WicedResult.SUCCESS);
    assertThat(stream.read(new byte[1], 60_000)).isEqualTo(WicedResult.SOCKET_CLOSED);

    assertThat(text(buffer, 11)).isEqualTo("A01D6050001");
  }

  /// A segment that was read in part belongs to the stream, and goes with it.
  @Test
  void deinitLosesTheRestOfASegmentThatWasReadInPart() {
    CompletableFuture<Void> next = new CompletableFuture<>();
    bench.listen(
        PORT,
        client -> {
          client.send("held and lost");
          next.get();
          client.send("next");
          return client.readToEnd();
        });
    TcpStream first = connect();
    first.read(new byte[4], 60_000);

    first.deinit();
    next.complete(null);

    byte[] buffer = new byte[4];
    assertThat(wiced.tcp().streamInit(socket).read(buffer, 60_000)).isEqualTo(WicedResult.SUCCESS);
    assertThat(text(buffer, 4)).isEqualTo("next");
  }

  @Test
  void deinitKeepsSegmentsThatWereNotTouched() {
    bench.listen(PORT, sending("whole"));
    TcpStream first = connect();
    played.log().await(WicedEvent.SegmentReceived.class);

    first.deinit();

    assertThat(wiced.tcp().streamInit(socket).read(new byte[5], 60_000))
        .isEqualTo(WicedResult.SUCCESS);
  }

  @Test
  void segmentsAreNoLargerThanTheSdks() {
    bench.listen(PORT, sending("x".repeat(4_000)));
    TcpStream stream = connect();

    stream.read(new byte[4_000], 60_000);

    assertThat(played.log().all(WicedEvent.SegmentReceived.class))
        .allMatch(received -> received.data().length() <= SEGMENT)
        .extracting(received -> received.data().length())
        .satisfies(lengths -> assertThat(lengths.stream().mapToInt(n -> n).sum()).isEqualTo(4_000));
  }

  /// SPEC 2.7: no octet is lost, the peer waits; and the board holds its two packets, not all of
  /// it.
  @Test
  void aPeerThatSendsMegabytesWaitsForTheReader() throws Exception {
    int size = 16 << 20;
    AtomicLong sent = new AtomicLong();
    bench.listen(
        PORT,
        client -> {
          byte[] block = new byte[1 << 16];
          Random random = new Random(7);
          for (int i = 0; i < size / block.length; i++) {
            random.nextBytes(block);
            client.socket().getOutputStream().write(block);
            sent.addAndGet(block.length);
          }
          return client.readToEnd();
        });
    TcpStream stream = connect();
    waitUntilStill(sent);

    assertThat(sent).hasValueLessThan(size);
    int received =
        played.log().all(WicedEvent.SegmentReceived.class).stream()
            .mapToInt(segment -> segment.data().length())
            .sum();
    assertThat(received).isEqualTo(2 * SEGMENT);
    Random expected = new Random(7);
    byte[] wanted = new byte[1 << 16];
    byte[] got = new byte[1 << 16];
    for (int i = 0; i < size / got.length; i++) {
      expected.nextBytes(wanted);
      assertThat(stream.read(got, 60_000)).isEqualTo(WicedResult.SUCCESS);
      assertThat(got).isEqualTo(wanted);
    }
  }

  @Test
  void aWriteToAPeerThatDoesNotReadFindsNoPacketAfterTwoSeconds() {
    bench.listen(
        PORT,
        client -> {
          client.hold();
          return 0;
        });
    TcpStream stream = connect();
    AtomicLong accepted = new AtomicLong();
    CompletableFuture<WicedResult> failed =
        CompletableFuture.supplyAsync(() -> writeWhilePossible(stream, accepted));
    waitUntilStill(accepted);

    clock.advance(Duration.ofSeconds(2));

    assertThat(failed.join()).isEqualTo(WicedResult.TIMEOUT);
    CompletableFuture<WicedResult> deleted = CompletableFuture.supplyAsync(socket::delete);
    letTimeOut(3_000);
    assertThat(deleted.join()).isEqualTo(WicedResult.SUCCESS);
  }

  /// FIN comes behind everything that was written, however slowly the peer reads.
  @Test
  void whatWasWrittenArrivesBeforeTheEndEvenAtASlowReader() {
    CompletableFuture<Void> mayRead = new CompletableFuture<>();
    Peer<Long> peer =
        bench.listen(
            PORT,
            client -> {
              mayRead.get();
              InputStream in = client.socket().getInputStream();
              long count = 0;
              while (in.read() >= 0) {
                count += 1 + in.skip(Math.min(in.available(), 1 << 16));
              }
              return count;
            });
    TcpStream stream = connect();
    AtomicLong accepted = new AtomicLong();
    CompletableFuture<WicedResult> written =
        CompletableFuture.supplyAsync(() -> writeWhilePossible(stream, accepted));
    waitUntilStill(accepted);
    clock.advance(Duration.ofSeconds(3));
    written.join();
    CompletableFuture<WicedResult> deleted = CompletableFuture.supplyAsync(socket::delete);
    await().until(() -> clock.pending() == 1);

    mayRead.complete(null);

    assertThat(deleted.join()).isEqualTo(WicedResult.SUCCESS);
    assertThat(peer.next()).isEqualTo(accepted.get());
  }

  private TcpStream connect() {
    assertThat(socket.connect(Bench.SERVER, PORT, 60_000)).isEqualTo(WicedResult.SUCCESS);
    return wiced.tcp().streamInit(socket);
  }

  private void letTimeOut(long milliseconds) {
    await().until(() -> clock.pending() == 1);
    clock.advance(Duration.ofMillis(milliseconds));
  }

  private static WicedResult writeWhilePossible(TcpStream stream, AtomicLong accepted) {
    while (true) {
      WicedResult result = stream.write(new byte[SEGMENT]);
      if (!result.isSuccess()) {
        return result;
      }
      accepted.addAndGet(SEGMENT);
    }
  }

  private static Peer.Script<String> sending(String text) {
    return client -> {
      client.send(text);
      return client.readToEnd();
    };
  }

  private static Peer.Script<String> sendingAndFinishing(String text) {
    return client -> {
      client.send(text);
      client.finish();
      return client.readToEnd();
    };
  }

  /// Waits until a sender is stuck: now and then it only waits for a moment, since it is faster
  /// than the network.
  private static void waitUntilStill(AtomicLong sent) {
    AtomicLong before = new AtomicLong();
    await()
        .pollInterval(Duration.ofMillis(300))
        .until(() -> sent.get() > 0 && before.getAndSet(sent.get()) == sent.get());
  }

  private static byte[] octets(String text) {
    return text.getBytes(ISO_8859_1);
  }

  private static String text(byte[] buffer, int length) {
    return new String(buffer, 0, length, ISO_8859_1);
  }
}
