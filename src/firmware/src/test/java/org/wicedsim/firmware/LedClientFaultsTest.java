package org.wicedsim.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wicedsim.hal.BoardDescription;
import org.wicedsim.hal.BoardFile;
import org.wicedsim.hal.BoardFileException;
import org.wicedsim.hal.Clock;
import org.wicedsim.hal.Octets;
import org.wicedsim.hal.Resources;
import org.wicedsim.hal.SystemClock;
import org.wicedsim.pki.CertificateMaker;
import org.wicedsim.pki.CertificateSpec;
import org.wicedsim.pki.Identity;
import org.wicedsim.pki.KeyKind;
import org.wicedsim.pki.Pem;
import org.wicedsim.pki.Purpose;
import org.wicedsim.wiced.Gpio;
import org.wicedsim.wiced.IrqTrigger;
import org.wicedsim.wiced.WicedEvent;
import org.wicedsim.wwep.Wwep;

/// The LED client with servers that do not behave (SPEC 1.11).
class LedClientFaultsTest {
  /// Shorter than the 2 s that the client waits for each further segment.
  private static final Duration LATE = Duration.ofSeconds(1);

  private static final Duration DAY = Duration.ofDays(1);
  private static final String HOSTS =
      "  hosts: {" + LedClient.SERVER_NAME + ": " + LedClient.SERVER_ADDRESS + "}\n";

  @RegisterExtension private final Bench bench = new Bench();

  @Test
  void refusalIsShownAndTheLedStaysFlipped() throws IOException {
    press(client -> client.send("X"));

    assertEnded("Refused", "the server refused W01D6050001 with X");
    assertThat(bench.diagnosed("led-client"))
        .containsExactly(
            "the server took the octets and answered X: W01D6050001 is not a request that it"
                + " accepts");
    assertThat(bench.isLit()).isTrue();
  }

  // SPEC 1.11: what follows the X is noted.
  @Test
  void textBehindARefusalIsNoted() throws IOException {
    press(client -> client.send("X illegal"));

    assertEnded("Refused", "the server refused W01D6050001 with X");
    assertThat(bench.diagnosed("led-client"))
        .containsExactly(
            "the server took the octets and answered X and 8 octets more, which WWEP does not know:"
                + " W01D6050001 is not a request that it accepts");
  }

  @Test
  void nonsenseIsShownAsMalformed() throws IOException {
    press(client -> client.send("hello\r\n"));

    String problem =
        "the answer hello\\r\\n to W01D6050001 begins with neither A nor X; expected A01D6050001"
            + " or X";
    assertEnded("Malformed", "Malformed response: " + problem);
    assertThat(bench.diagnosed("led-client"))
        .containsExactly(problem + "; check that a WWEP server listens on this port");
  }

  @Test
  void answerThatIsCutShortIsMalformed() throws IOException {
    press(client -> client.send("A01D6"));

    assertEnded("Malformed", "Malformed response: the answer ended after 5 octets");
  }

  // RFC 9293: TCP carries octets, and no messages.
  @Test
  void answerInSingleOctetsIsOneAnswer() throws IOException {
    press(client -> {
      client.socket().setTcpNoDelay(true);
      for (char octet : client.fitting().toCharArray()) {
        client.send(String.valueOf(octet));
      }
    });

    assertEnded("Stored", "the server stored W01D6050001");
    assertThat(bench.diagnostics()).isEmpty();
  }

  @Test
  void answerThatIsLateButInTimeIsStored() throws IOException {
    press(client -> {
      CountDownLatch late = new CountDownLatch(1);
      Clock.Timer _ = new SystemClock().schedule(LATE, late::countDown);
      late.await();
      client.accept();
    });

    assertEnded("Stored", "the server stored W01D6050001");
  }

  @Test
  void closedConnectionIsNoAnswer() throws IOException {
    press(client -> {});

    assertEnded("NoAnswer", "no answer to W01D6050001 = [7014]");
    assertThat(bench.diagnosed("led-client"))
        .containsExactly(
            "the server closed the connection without an answer: look at its own output");
  }

  @Test
  void resetConnectionIsNoAnswer() throws IOException {
    press(ScriptedPeer.Client::reset);

    assertEnded("NoAnswer", "no answer to W01D6050001 = [7014]");
  }

  @Test
  void silentServerIsGivenUp() throws IOException {
    press(ScriptedPeer.Client::awaitEnd);

    assertEnded("NoAnswer", "no answer to W01D6050001 = [2]");
    assertThat(bench.diagnosed("led-client"))
        .containsExactly(
            "the server keeps the connection open and sends nothing for 2000 ms: check that it"
                + " speaks WWEP");
  }

  @ParameterizedTest
  @ValueSource(strings = {"X", "hello", "A01", ""})
  void nextPressWorksAfterABadAnswer(String bad) throws IOException {
    ScriptedPeer peer = listen(client -> client.send(bad), ScriptedPeer.Client::accept);
    bench.startPlain();

    bench.tapAndAwaitEnd();
    bench.tapAndAwaitEnd();

    assertThat(peer.requests()).containsExactly("W01D6050001", "W01D6050000");
    assertThat(bench.endings()).hasSize(2).last().isEqualTo("Stored");
    assertThat(bench.isLit()).isFalse();
    bench.assertEverySocketIsClosed();
  }

  @Test
  void serverWithoutTlsHasNoTlsConnection() throws IOException {
    Identity root = ca();
    ScriptedPeer _ =
        bench.keep(
            new ScriptedPeer(
                bench.serverAt(Wwep.TLS_PORT),
                client -> {
                  client.send("HTTP/1.1 400 Bad Request\r\n");
                  client.awaitEnd();
                }));
    bench.startOverTls(Pem.encode(root.certificate()));

    bench.tapAndAwaitEnd();

    assertThat(bench.endings()).containsExactly("NoTlsConnection");
    assertThat(bench.diagnostics()).containsExactly("tls-not-tls");
    bench.assertEverySocketIsClosed();
  }

  // Real firmware had the server's address built in.
  @Test
  void unknownHostNameIsReplacedByTheBuiltInAddress() throws IOException, BoardFileException {
    ScriptedPeer peer = listen(ScriptedPeer.Client::accept);
    bench.start(boardFile("debounce: 10ms", ""), Bench.NO_FILES, LedClient.plain());

    bench.tapAndAwaitEnd();

    assertThat(peer.requests()).containsExactly("W01D6050001");
    assertThat(bench.console())
        .containsExactly(
            "Failed look-up of wwep.ww101.cypress.com = [4], using 198.51.100.3",
            "Sending W01D6050001",
            "the server stored W01D6050001");
    assertThat(bench.diagnostics()).containsExactly("unknown-host");
  }

  // 4 is the code of an address without a way, too: the client must not speak of a handshake then.
  @Test
  void addressWithoutAWayIsNoTlsConnection() throws BoardFileException {
    Identity root = ca();
    Resources files =
        new Resources(
            List.of(),
            Map.of(LedClient.ROOT_CERTIFICATE, Octets.of(Pem.encode(root.certificate()))));
    String hosts = "  hosts: {" + LedClient.SERVER_NAME + ": 192.0.2.1}\n";
    bench.start(boardFile("debounce: 10ms", hosts), files, LedClient.overTls());

    bench.tapAndAwaitEnd();

    assertThat(bench.endings()).containsExactly("NoTlsConnection");
    assertThat(bench.console()).containsExactly("Failed connect = [4]: no TLS connection");
    assertThat(bench.all(WicedEvent.TlsRefused.class)).isEmpty();
  }

  @Test
  void pressesMeanwhileAreServedInOrderAndWhatIsTooManyIsReported()
      throws IOException, BoardFileException {
    CountDownLatch allPressed = new CountDownLatch(1);
    ScriptedPeer peer =
        listen(
            client -> {
              allPressed.await();
              client.accept();
            },
            ScriptedPeer.Client::accept);
    // Interrupts are served one after another: button 2's comes behind all of button 1's.
    bench.start(
        boardFile("debounce: 0ms", HOSTS),
        Bench.NO_FILES,
        wiced -> {
          Gpio gpio = wiced.gpio();
          gpio.inputIrqEnable(gpio.button(2), IrqTrigger.FALLING_EDGE, allPressed::countDown);
          LedClient.plain().applicationStart(wiced);
        });
    bench.tap();
    Bench.await("the first request", () -> !peer.requests().isEmpty());

    for (int i = 0; i < Presses.MAX_WAITING + 2; i++) {
      bench.levers().press(LedClient.BUTTON);
      bench.levers().release(LedClient.BUTTON);
    }
    bench.levers().press(2);

    bench.awaitServed(1 + Presses.MAX_WAITING);
    assertThat(bench.console()).containsOnlyOnce("Presses lost: 2, since 64 waited already");
    assertThat(peer.requests())
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, 1 + Presses.MAX_WAITING)
                .mapToObj(press -> "W01D605000" + press % 2)
                .toList());
    assertThat(bench.isLit()).isTrue();
  }

  private void press(ScriptedPeer.Script script) throws IOException {
    ScriptedPeer _ = listen(script);
    bench.startPlain();
    bench.tapAndAwaitEnd();
  }

  private ScriptedPeer listen(ScriptedPeer.Script... scripts) throws IOException {
    return bench.keep(new ScriptedPeer(bench.serverAt(Wwep.PLAIN_PORT), scripts));
  }

  private void assertEnded(String state, String line) {
    assertThat(bench.endings()).containsExactly(state);
    assertThat(bench.console()).containsExactly("Sending W01D6050001", line);
    bench.assertEverySocketIsClosed();
  }

  private static Identity ca() {
    Instant now = Instant.now();
    return CertificateMaker.selfSigned(
        CertificateSpec.of("CN=Class CA", Purpose.CA, now.minus(DAY), now.plus(DAY)),
        KeyKind.EC_P256);
  }

  /// The course's board with its button 1 and its table of hosts as given.
  private static BoardDescription boardFile(String button, String hosts) throws BoardFileException {
    String text =
        """
        name: course-variant
        mac: 00:A0:50:0F:AC:2B
        buttons:
          - {pin: 10, pressed: low, %s}
          - {pin: 8, pressed: low}
        leds:
          - {pin: 12, lit: high}
          - {pin: 6, lit: high}
        network:
          address: 198.51.100.14
          gateway: 198.51.100.1
        %s\
        """
            .formatted(button, hosts);
    return BoardFile.parse("course-variant.yaml", text, Path.of(""));
  }
}
