package org.wicedsim.wicedc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wicedsim.pki.CertificateMaker;
import org.wicedsim.pki.ClassIdentity;
import org.wicedsim.pki.Identity;
import org.wicedsim.pki.KeyKind;
import org.wicedsim.wiced.TlsRefusal;
import org.wicedsim.wiced.WicedEvent;

/// The clients of the chapter's exercises in C (SPEC 4), against the class server and others.
class ExerciseClientsIT {
  @RegisterExtension private final CLan lan = new CLan();

  // SPEC 4, exercise 01: the first press sends 0001, and everything is deleted behind each.
  @Test
  void client01FlipsItsLedAndWritesItToTheClassServer() throws Exception {
    List<String> transactions = lan.classServer();
    CBoard board = lan.start("exercises/01_client");
    board.awaitLines(1);

    board.tap(1);
    board.awaitLines(2);
    board.tap(1);
    board.awaitLines(3);

    assertThat(board.printed())
        .containsExactly("Device 01D6", "W01D6050001 sent", "W01D6050000 sent");
    assertThat(board.lights(1)).containsExactly(true, false);
    assertThat(board.sent()).containsExactly("W01D6050001", "W01D6050000");
    assertThat(board.leaks()).isEmpty();
    board.await("the class server's answers", () -> transactions.size() == 2);
    assertThat(transactions)
        .containsExactly("plain W01D6050001 A01D6050001", "plain W01D6050000 A01D6050000");
  }

  @Test
  void client01CountsPressesWhileItIsBusy() throws Exception {
    List<String> transactions = lan.classServer();
    CBoard board = lan.start("exercises/01_client");
    board.awaitLines(1);

    for (int press = 0; press < 5; press++) {
      board.tap(1);
    }
    board.awaitLines(6);

    assertThat(board.lights(1)).containsExactly(true, false, true, false, true);
    board.await("the class server's answers", () -> transactions.size() == 5);
    assertThat(transactions)
        .startsWith("plain W01D6050001 A01D6050001", "plain W01D6050000 A01D6050000");
  }

  // SPEC 1.7: what is cut short is illegal.
  @Test
  void client02TellsAcceptedFromRefused() throws Exception {
    List<String> transactions = lan.classServer();
    CBoard board = lan.start("exercises/02_checked_client");
    awaitButton(board, 2);

    board.tap(1);
    board.awaitLines(1);
    board.tap(2);

    assertThat(board.awaitLines(2)).containsExactly("W01D6050001: accepted", "W01D605: refused");
    assertThat(board.lights(1)).containsExactly(true);
    assertThat(board.sent()).containsExactly("W01D6050001", "W01D605");
    assertThat(board.received()).containsExactly("A01D6050001", "X");
    assertThat(transactions).containsExactly("plain W01D6050001 A01D6050001", "plain W01D605 X");
  }

  // SPEC 1.11: an answer must echo the request, and X is X whatever follows.
  @Test
  void client02JudgesWhatAnotherServerAnswers() throws Exception {
    ServerSocket listener = lan.listener(CLan.PLAIN_PORT);
    CBoard board = lan.start("exercises/02_checked_client");
    awaitButton(board, 2);

    for (String answer : List.of("A01D6050000", "A01D", "XA01D605", "")) {
      board.tap(1);
      try (Guest client = Guest.of(listener.accept())) {
        client.read(11);
        client.send(answer);
      }
    }

    assertThat(board.awaitLines(4))
        .containsExactly(
            "W01D6050001: malformed answer A01D6050000",
            "W01D6050000: malformed answer A01D",
            "W01D6050001: refused",
            "W01D6050000: no answer, 7014");
  }

  @Test
  void client02SaysThatNobodyAnswers() throws Exception {
    CBoard board = lan.start("exercises/02_checked_client");
    awaitButton(board, 2);

    board.tap(1);

    assertThat(board.awaitLines(1)).containsExactly("W01D6050001: no answer, 7014");
    assertThat(board.sent()).isEmpty();
  }

  @Test
  void client03SealsItsRequest() throws Exception {
    List<String> transactions = lan.classServer();
    CBoard board = lan.start("exercises/03_secure_client");
    awaitButton(board, 1);

    board.tap(1);

    assertThat(board.awaitLines(1)).containsExactly("W01D6050001: A01D6050001");
    assertThat(board.lights(1)).containsExactly(true);
    assertThat(board.all(WicedEvent.SegmentSent.class))
        .allSatisfy(segment -> assertThat(segment.tls()).isTrue());
    assertThat(board.sent()).containsExactly("W01D6050001");
    assertThat(board.received()).containsExactly("A01D6050001");
    assertThat(transactions).containsExactly("TLS W01D6050001 A01D6050001");
  }

  // SPEC 5.3: with a root certificate the impostor reads nothing.
  @Test
  void client03RefusesAnotherCertificate() throws Exception {
    Identity impostor =
        CertificateMaker.selfSigned(
            ClassIdentity.spec(Instant.now(), lan.serverAddress()), KeyKind.EC_P256);
    List<String> transactions = lan.classServer(impostor);
    CBoard board = lan.start("exercises/03_secure_client");
    awaitButton(board, 1);

    board.tap(1);

    assertThat(board.awaitLines(1)).containsExactly("W01D6050001: failed, 4");
    assertThat(board.all(WicedEvent.TlsRefused.class))
        .extracting(refused -> refused.refusal().reason())
        .containsExactly(TlsRefusal.Reason.UNTRUSTED);
    assertThat(board.sent()).isEmpty();
    assertThat(transactions).isEmpty();
  }

  @Test
  void client06SendsPlainWithOneButtonAndTlsWithTheOther() throws Exception {
    List<String> transactions = lan.classServer();
    CBoard board = lan.start("exercises/06_dual_client");
    awaitButton(board, 2);

    board.tap(1);
    board.awaitLines(1);
    board.tap(2);

    assertThat(board.awaitLines(2))
        .containsExactly("plain W01D6050001: A01D6050001", "TLS W01D6050000: A01D6050000");
    assertThat(board.lights(1)).containsExactly(true, false);
    assertThat(board.all(WicedEvent.SegmentSent.class))
        .extracting(WicedEvent.SegmentSent::tls)
        .containsExactly(false, true);
    assertThat(transactions)
        .containsExactly("plain W01D6050001 A01D6050001", "TLS W01D6050000 A01D6050000");
  }

  /// The firmware takes presses when its last interrupt is on.
  private static void awaitButton(CBoard board, int count) {
    board.await(
        count + " buttons", () -> board.calls("wiced_gpio_input_irq_enable").size() == count);
  }
}
