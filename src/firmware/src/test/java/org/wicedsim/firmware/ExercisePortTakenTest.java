package org.wicedsim.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wicedsim.wiced.Firmware;

/// Servers whose port another program has: they say so, and give back what they took.
class ExercisePortTakenTest {
  @RegisterExtension private final ExerciseLan lan = new ExerciseLan();

  @Test
  void plainServerGivesItsSocketBack() throws IOException {
    assertThatNothingLeaks(new Exercise04Server(), ExerciseServer.PLAIN_PORT);
  }

  @Test
  void secureServerGivesItsSocketAndItsIdentityBack() throws IOException {
    assertThatNothingLeaks(new Exercise05SecureServer(), ExerciseServer.TLS_PORT);
  }

  private void assertThatNothingLeaks(Firmware server, int port) throws IOException {
    try (ServerSocket taken = new ServerSocket()) {
      taken.bind(new InetSocketAddress(lan.serverAddress(), port));
      ExerciseBoard board =
          lan.keep(
              ExerciseBoard.start(
                  lan.lan(),
                  ExerciseLan.SERVER,
                  ExerciseBoard.course(),
                  ExerciseServer.files(ExerciseServer.identity("CN=wwep.ww101.cypress.com")),
                  server));
      board.awaitConsole("Failed listen = [7011]\n");
      ExerciseLan.await("the socket is deleted", () -> board.calls("wiced_tcp_delete_socket") == 1);
      // A deleted socket's thread ends a moment later, with whatever else it gives back.
      ExerciseLan.await(
          "the identity is given back",
          () -> board.calls("wiced_tls_deinit_identity") == board.calls("wiced_tls_init_identity"));
      board.close();

      assertThat(board.diagnostics())
          .contains("port-in-use")
          .noneMatch(code -> code.startsWith("leaked-"));
    }
  }
}
