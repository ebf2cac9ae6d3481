package org.wicedsim.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.wicedsim.hal.BoardDescription;
import org.wicedsim.hal.Dct;
import org.wicedsim.hal.DctContent;
import org.wicedsim.hal.Ipv4Address;
import org.wicedsim.hal.Octets;
import org.wicedsim.wiced.Firmware;
import org.wicedsim.wiced.LanSeat;
import org.wicedsim.wiced.VirtualLan;

/// A LAN for one test alone, with the boards and servers on it. Behind the test all of them are
/// closed, the last one first.
///
/// Register it with `@RegisterExtension`, in a field that is not static.
final class ExerciseLan implements AfterEachCallback {
  static final Ipv4Address SERVER = Ipv4Address.of(198, 51, 100, 3);
  static final Ipv4Address CLIENT = Ipv4Address.of(198, 51, 100, 14);

  /// How long nothing may happen before the test says that nothing will.
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final LanSeat whole = LanSeat.takeFreeLan();
  private final Deque<AutoCloseable> kept = new ArrayDeque<>();

  VirtualLan lan() {
    return whole.lan();
  }

  /// The loopback address behind the class server's address.
  InetAddress serverAddress() {
    return lan().loopback(SERVER);
  }

  /// A board at the first client's address that has the root certificate `pem` in every place that
  /// a board has for it.
  ExerciseBoard client(Firmware firmware, String pem) {
    DctContent dct = DctContent.DEFAULT.withSecurity(new Dct.Security(pem, ""));
    return client(firmware, pem, ExerciseBoard.course().withDct(dct));
  }

  /// The same of another board; its resources hold the root certificate `pem`.
  ExerciseBoard client(Firmware firmware, String pem, BoardDescription description) {
    Map<String, Octets> files = Map.of("certificates/wwep_cert.pem", Octets.of(pem));
    return keep(ExerciseBoard.start(lan(), CLIENT, description, files, firmware));
  }

  /// Closes `part` behind the test.
  <C extends AutoCloseable> C keep(C part) {
    kept.push(part);
    return part;
  }

  /// Waits until something on the LAN is true.
  static void await(String what, Callable<Boolean> condition) {
    Awaitility.await(what).atMost(PATIENCE).pollInterval(Duration.ofMillis(2)).until(condition);
  }

  @Override
  public void afterEach(ExtensionContext context) throws Exception {
    try {
      while (!kept.isEmpty()) {
        AutoCloseable part = kept.pop();
        part.close();
        if (part instanceof ExerciseBoard board) {
          assertThat(board.crashes()).isEmpty();
          assertThat(board.diagnostics()).doesNotContain("thread-hangs");
        }
      }
    } finally {
      whole.close();
    }
  }
}
