package org.wicedsim.wicedc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wicedsim.wiced.WicedEvent;

/// The servers of the chapter's exercises in C (SPEC 4), with clients of the JDK and with the
/// exercise's own.
class ExerciseServersIT {
  @RegisterExtension private final CLan lan = new CLan();

  // SPEC 1.10, and what SPEC 1.7 calls illegal.
  @Test
  void server04KeepsTheProtocol() throws Exception {
    CBoard board = lan.start(CProgram.of("exercises/04_server").asServer());
    board.awaitLines(1);

    Exchange written = ask("W0FAC0B1234");
    Exchange read = ask("R0FAC0B");
    Exchange neverWritten = ask("R0BAC0B");
    Exchange overwritten = ask("W0fac0bab12");
    Exchange cutShort = ask("W01234");
    Exchange noCommand = ask("Q0FAC0B");
    Exchange noHex = ask("W0FAC0B12G4");
    Exchange last = ask("R0fac0B");

    assertThat(written.answer()).isEqualTo("A0FAC0B1234");
    assertThat(read.answer()).isEqualTo("A0FAC0B1234");
    assertThat(neverWritten.answer()).isEqualTo("X");
    assertThat(overwritten.answer()).isEqualTo("A0FAC0BAB12");
    assertThat(cutShort.answer()).isEqualTo("X");
    assertThat(noCommand.answer()).isEqualTo("X");
    assertThat(noHex.answer()).isEqualTo("X");
    assertThat(last.answer()).isEqualTo("A0FAC0BAB12");
    assertThat(board.awaitLines(9))
        .containsExactly(
            "Listening on port 27708",
            "1 198.51.100.77:%d plain W0FAC0B1234 A0FAC0B1234".formatted(written.port()),
            "2 198.51.100.77:%d plain R0FAC0B A0FAC0B1234".formatted(read.port()),
            "3 198.51.100.77:%d plain R0BAC0B X".formatted(neverWritten.port()),
            "4 198.51.100.77:%d plain W0fac0bab12 A0FAC0BAB12".formatted(overwritten.port()),
            "5 198.51.100.77:%d plain W01234 X".formatted(cutShort.port()),
            "6 198.51.100.77:%d plain Q0FAC0B X".formatted(noCommand.port()),
            "7 198.51.100.77:%d plain W0FAC0B12G4 X".formatted(noHex.port()),
            "8 198.51.100.77:%d plain R0fac0B A0FAC0BAB12".formatted(last.port()));
  }

  // SPEC 4, exercise 04: one connection at a time, the others wait in the backlog.
  @Test
  void server04ServesWhoWaitsBehindAnother() throws Exception {
    CBoard board = lan.start(CProgram.of("exercises/04_server").asServer());
    board.awaitLines(1);
    Guest first = lan.guest(CLan.PLAIN_PORT);
    Guest second = lan.guest(CLan.PLAIN_PORT).send("W0001051111");

    first.send("W0001052222");

    assertThat(first.readAll()).isEqualTo("A0001052222");
    assertThat(second.readAll()).isEqualTo("A0001051111");
    assertThat(board.received()).containsExactly("W0001052222", "W0001051111");
    assertThat(board.sent()).containsExactly("A0001052222", "A0001051111");
  }

  @Test
  void server05AnswersOverTlsAlone() throws Exception {
    CBoard board = lan.start(CProgram.of("exercises/05_secure_server").asServer());
    board.awaitLines(1);

    Guest first = lan.tlsGuest().send("W00010512AB");
    String written = first.readAll();
    Guest second = lan.tlsGuest().send("R000106");
    String neverWritten = second.readAll();

    assertThat(written).isEqualTo("A00010512AB");
    assertThat(neverWritten).isEqualTo("X");
    assertThat(board.awaitLines(3))
        .containsExactly(
            "Listening on port 40508",
            "1 198.51.100.77:%d TLS W00010512AB A00010512AB".formatted(first.port()),
            "2 198.51.100.77:%d TLS R000106 X".formatted(second.port()));
    // SPEC 3.5: C firmware speaks as the SDK did.
    assertThat(board.all(WicedEvent.TlsEstablished.class))
        .extracting(WicedEvent.TlsEstablished::protocol)
        .containsExactly("TLSv1.2", "TLSv1.2");
  }

  // What does not speak TLS is none of its clients, and the next one is served.
  @Test
  void server05SurvivesAClientThatIsNone() throws Exception {
    CBoard board = lan.start(CProgram.of("exercises/05_secure_server").asServer());
    board.awaitLines(1);

    Guest stranger = lan.guest(CLan.TLS_PORT).send("W00010512AB");
    board.await("the refusal", () -> !board.all(WicedEvent.TlsRefused.class).isEmpty());
    stranger.close();
    Guest client = lan.tlsGuest().send("W00010512AB");

    assertThat(client.readAll()).isEqualTo("A00010512AB");
    assertThat(board.awaitLines(2)).last().asString().startsWith("1 198.51.100.77:");
  }

  // Two boards meet: what one client writes either way, another one reads.
  @Test
  void server07AndClient06Meet() throws Exception {
    CBoard server = lan.start(CProgram.of("exercises/07_dual_server").asServer());
    server.awaitLines(2);
    CBoard client = lan.start("exercises/06_dual_client");
    client.await("both buttons", () -> client.calls("wiced_gpio_input_irq_enable").size() == 2);

    client.tap(1);
    client.awaitLines(1);
    client.tap(2);
    client.awaitLines(2);
    String read = lan.guest(CLan.PLAIN_PORT).send("R01D605").readAll();

    assertThat(client.printed())
        .containsExactly("plain W01D6050001: A01D6050001", "TLS W01D6050000: A01D6050000");
    assertThat(client.lights(1)).containsExactly(true, false);
    assertThat(read).isEqualTo("A01D6050000");
    assertThat(server.awaitLines(5).subList(0, 2))
        .containsExactlyInAnyOrder("Listening on port 27708", "Listening on port 40508");
    assertThat(server.printed().get(2))
        .matches("1 198\\.51\\.100\\.14:\\d+ plain W01D6050001 A01D6050001");
    assertThat(server.printed().get(3))
        .matches("2 198\\.51\\.100\\.14:\\d+ TLS W01D6050000 A01D6050000");
    assertThat(server.printed().get(4))
        .matches("3 198\\.51\\.100\\.77:\\d+ plain R01D605 A01D6050000");
  }

  /// What the server answered to the client at this port.
  private record Exchange(int port, String answer) {}

  private Exchange ask(String request) throws Exception {
    try (Guest guest = lan.guest(CLan.PLAIN_PORT)) {
      return new Exchange(guest.port(), guest.send(request).finish().readAll());
    }
  }
}
