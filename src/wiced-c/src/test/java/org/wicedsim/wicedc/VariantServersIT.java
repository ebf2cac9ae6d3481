package org.wicedsim.wicedc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wicedsim.hal.BoardDescription.PacketPools;
import org.wicedsim.wiced.WicedEvent;

/// The other ways to be a server in C: callbacks, the SDK's own server, and packets (SPEC 3.1, 3.3,
/// 3.4).
class VariantServersIT {
  @RegisterExtension private final CLan lan = new CLan();

  @Test
  void callbacksServeBehindApplicationStart() throws Exception {
    CBoard board = lan.start(CProgram.of("variants/callback_server").asServer());
    board.awaitCall("wiced_tcp_listen");

    Guest silent = lan.guest(CLan.PLAIN_PORT);
    board.awaitLed(1, true);
    silent.close();
    board.awaitLed(1, false);
    board.await("listening again", () -> board.calls("wiced_tcp_listen").size() == 2);
    Guest guest = lan.guest(CLan.PLAIN_PORT).send("W00010512AB");
    String answer = guest.readAll();

    assertThat(answer).isEqualTo("A00010512AB");
    assertThat(board.awaitLines(1))
        .containsExactly(
            "1 198.51.100.77:%d plain W00010512AB A00010512AB".formatted(guest.port()));
    assertThat(board.lights(1)).containsExactly(true, false, true, false);
    assertThat(board.received()).containsExactly("W00010512AB");
    assertThat(board.sent()).containsExactly("A00010512AB");
  }

  // The program finds its peers in the SDK's structures, as the course's own does.
  @Test
  void serverShowsItsSocketsAndTheirPeers() throws Exception {
    CBoard board = lan.start(CProgram.of("variants/server_helper").asServer());
    board.awaitCall("wiced_tcp_server_start");
    Guest first = lan.guest(CLan.PLAIN_PORT);
    board.awaitCall("wiced_tcp_server_accept");

    board.tap(1);
    board.awaitLines(3);
    first.send("R000105");
    String refused = first.readAll();
    Guest second = lan.guest(CLan.PLAIN_PORT).send("W00010512AB");
    String accepted = second.readAll();

    assertThat(refused).isEqualTo("X");
    assertThat(accepted).isEqualTo("A00010512AB");
    assertThat(board.awaitLines(5))
        .containsExactly(
            "0: 198.51.100.77:%d connected".formatted(first.port()),
            "1: listen",
            "2: closed",
            "1 198.51.100.77:%d plain R000105 X".formatted(first.port()),
            "2 198.51.100.77:%d plain W00010512AB A00010512AB".formatted(second.port()));
  }

  @Test
  void serverGivesEachConnectionItsOwnTls() throws Exception {
    CBoard board = lan.start(CProgram.of("variants/secure_server_helper").asServer());
    board.awaitCall("wiced_tcp_server_enable_tls");

    Guest first = lan.tlsGuest();
    Guest second = lan.tlsGuest().send("W00010512AB");
    String written = second.readAll();
    String read = first.send("R000105").readAll();

    assertThat(written).isEqualTo("A00010512AB");
    assertThat(read).isEqualTo("A00010512AB");
    assertThat(board.awaitLines(2))
        .containsExactly(
            "1 198.51.100.77:%d TLS W00010512AB A00010512AB".formatted(second.port()),
            "2 198.51.100.77:%d TLS R000105 A00010512AB".formatted(first.port()));
    assertThat(board.all(WicedEvent.TlsEstablished.class)).hasSize(2);
  }

  // SPEC 2.7: the sizes of the pools are the makefile's.
  @Test
  void packetsOfClientsArePrinted() throws Exception {
    CBoard board = lan.start(CProgram.of("variants/packet_server").asServer());
    board.awaitCall("wiced_tcp_listen");

    String first = lan.guest(CLan.PLAIN_PORT).send("hello").readAll();
    String second = lan.guest(CLan.PLAIN_PORT).send("WABCD051234").readAll();

    assertThat(List.of(first, second)).containsOnly("");
    assertThat(board.awaitLines(2)).containsExactly("Packet=hello", "Packet=WABCD051234");
    assertThat(board.lights(1)).containsExactly(true, false);
    assertThat(board.image().packetPools()).isEqualTo(new PacketPools(4, 3));
    assertThat(board.all(WicedEvent.PacketChanged.class))
        .extracting(WicedEvent.PacketChanged::references)
        .containsExactly(1, 2, 1, 0, 1, 2, 1, 0);
  }
}
