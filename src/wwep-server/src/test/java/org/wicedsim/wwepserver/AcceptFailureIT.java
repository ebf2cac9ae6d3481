package org.wicedsim.wwepserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no ulimit")
class AcceptFailureIT {
  private static final int DESCRIPTORS = 150;

  @Test
  void serverWithoutFileDescriptorsServesAgainWhenItHasSome() throws Exception {
    List<Client> clients = new ArrayList<>();
    List<String> limited =
        List.of("sh", "-c", "ulimit -n " + DESCRIPTORS + " && exec \"$@\"", "sh");
    try (JavaProcess server = JavaProcess.start(limited, ServerProcess.class, "0", "persistent")) {
      int port = Integer.parseInt(server.readLine());
      // More than it can accept; the rest waits in the backlog.
      for (int i = 0; i < DESCRIPTORS + 20; i++) {
        clients.add(Client.plain(port));
      }
      assertThat(server.readLine()).contains("AcceptFailed").contains("Too many open files");
      Client last = clients.removeLast();
      for (Client client : clients) {
        client.close();
      }

      assertThat(last.send("W0FAC0B1234").read(11)).isEqualTo("A0FAC0B1234");
      last.close();
    }
  }
}
