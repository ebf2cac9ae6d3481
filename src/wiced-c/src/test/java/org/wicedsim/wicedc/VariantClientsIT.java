package org.wicedsim.wicedc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wicedsim.pki.Pem;
import org.wicedsim.wiced.TlsRefusal;
import org.wicedsim.wiced.WicedEvent;

/// The other ways to be a client in C: callbacks, packets, buffers, and the places of a root
/// certificate (SPEC 2.4, 2.5, 3.1 to 3.5).
class VariantClientsIT {
  private static final String REQUEST = "W00010512AB";
  private static final String ANSWER = "A00010512AB";
  private static final String TRANSACTION = "plain W00010512AB A00010512AB";

  @RegisterExtension private final CLan lan = new CLan();

  @Test
  void callbacksHearTheAnswerAndTheEnd() throws Exception {
    List<String> transactions = lan.classServer();
    CBoard board = lan.start("variants/callback_client");

    assertThat(board.awaitLines(3)).containsExactly("received A00010512AB", "disconnected", "done");
    assertThat(board.lights(1)).containsExactly(true);
    assertThat(board.sent()).containsExactly(REQUEST);
    assertThat(board.received()).containsExactly(ANSWER);
    assertThat(transactions).containsExactly(TRANSACTION);
  }

  // SPEC 2.7: create 1, send 2, then minus one for delete and minus one for sent.
  @Test
  void packetsAreCountedAndComeBack() throws Exception {
    List<String> transactions = lan.classServer();
    CBoard board = lan.start("variants/packet_client");

    assertThat(board.awaitLines(3))
        .containsExactly("Room for 1460 octets", "Received A00010512AB", "Closed: 7014");
    assertThat(counts(board, WicedEvent.Pool.TRANSMIT)).containsExactly(1, 2, 1, 0);
    assertThat(counts(board, WicedEvent.Pool.RECEIVE)).containsExactly(1, 2, 1, 0);
    assertThat(board.sent()).containsExactly(REQUEST);
    assertThat(board.received()).containsExactly(ANSWER);
    assertThat(board.leaks()).isEmpty();
    assertThat(transactions).containsExactly(TRANSACTION);
  }

  @Test
  void arraysAreSentWithoutAStream() throws Exception {
    List<String> transactions = lan.classServer();
    CBoard board = lan.start("variants/buffer_client");

    assertThat(board.awaitLines(2))
        .containsExactly("sent: 0", "12 octets wanted, 11 read: A00010512AB, result 0");
    assertThat(board.sent()).containsExactly(REQUEST);
    assertThat(transactions).containsExactly(TRANSACTION);
  }

  // The C library has functions of these names.
  @Test
  void namesOfTheCLibraryAreTheApplicationsOwn() throws Exception {
    List<String> transactions = lan.classServer();
    CBoard board = lan.start("variants/global_socket");

    assertThat(board.awaitLines(2)).containsExactly("connect 0", "W00010512AB: A00010512AB");
    assertThat(board.sent()).containsExactly(REQUEST);
    assertThat(transactions).containsExactly(TRANSACTION);
  }

  // Method 1 of SPEC 2.5: the makefile's CERTIFICATE.
  @Test
  void rootCertificateComesFromTheDct() throws Exception {
    lan.classServer();
    CBoard board = lan.start("variants/certificate_from_dct");

    board.awaitLed(1, true);
    board.awaitCall("wiced_tls_deinit_root_ca_certificates");

    int octets = Pem.encode(lan.identity().chain()).replace("\n", "\r\n").length();
    assertThat(board.printed())
        .containsExactly("Certificate Length = " + octets, "trusted 0", "connect 0");
    assertThat(board.all(WicedEvent.TlsEstablished.class)).hasSize(1);
    assertThat(board.diagnostics()).isEmpty();
  }

  // Method 3 of SPEC 2.5.
  @Test
  void rootCertificateInTheSourceRefusesWhoIsAnother() throws Exception {
    lan.classServer();
    CBoard board = lan.start("variants/certificate_in_source");

    board.awaitLed(2, true);

    assertThat(board.printed()).containsExactly("trusted 0", "connect 4");
    assertThat(board.lights(1)).isEmpty();
    assertThat(board.all(WicedEvent.TlsRefused.class))
        .extracting(refused -> refused.refusal().reason())
        .containsExactly(TlsRefusal.Reason.UNTRUSTED);
  }

  // SPEC 2.4: a read that is cut by the maximum is a diagnostic, and so is one behind the end.
  @Test
  void resourcesAreReadWholeAndInPieces() throws Exception {
    CBoard board = lan.start("variants/resource_text");

    assertThat(board.awaitLines(3))
        .containsExactly(
            "28 octets: A message of 28 octets here.", "message of 28 ", "behind the end: 4001");
    assertThat(board.diagnostics()).containsExactly("resource-cut", "resource");
  }

  private static List<Integer> counts(CBoard board, WicedEvent.Pool pool) {
    return board.all(WicedEvent.PacketChanged.class).stream()
        .filter(change -> change.pool() == pool)
        .map(WicedEvent.PacketChanged::references)
        .toList();
  }
}
