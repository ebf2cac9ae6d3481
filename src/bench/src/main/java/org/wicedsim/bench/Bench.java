package org.wicedsim.bench;

import java.net.Inet4Address;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.wicedsim.firmware.LedClient;
import org.wicedsim.hal.BoardDescription;
import org.wicedsim.hal.BoardFile;
import org.wicedsim.hal.BoardFileException;
import org.wicedsim.hal.Ipv4Address;
import org.wicedsim.hal.Octets;
import org.wicedsim.hal.Resources;
import org.wicedsim.pki.CertificateMaker;
import org.wicedsim.pki.ClassIdentity;
import org.wicedsim.pki.Identity;
import org.wicedsim.pki.KeyKind;
import org.wicedsim.pki.Pem;
import org.wicedsim.wiced.Firmware;
import org.wicedsim.wiced.VirtualLan;

/// What the benchmarks of boards share.
final class Bench {
  /// The class server's address on every LAN.
  static final Ipv4Address SERVER = Ipv4Address.of(198, 51, 100, 3);

  /// The button that the LED client listens to.
  static final int BUTTON = 1;

  /// The call behind which the LED client takes presses.
  static final String LISTENS_TO_BUTTON = "wiced_gpio_input_irq_enable";

  private Bench() {}

  /// The board whose buttons are raw: a press counts at once, and not after a debounce.
  static BoardDescription bareBoard() {
    try {
      return BoardFile.shipped("bare");
    } catch (BoardFileException e) {
      throw new IllegalStateException("the board that ships cannot be read", e);
    }
  }

  /// A class identity for one run on this LAN, kept nowhere.
  static Identity identity(VirtualLan lan) {
    Inet4Address loopback = Inet4Address.ofLiteral(lan.loopback(SERVER).getHostAddress());
    return CertificateMaker.selfSigned(
        ClassIdentity.spec(Instant.now(), loopback), KeyKind.EC_P256);
  }

  /// The files of a board that trusts `identity`.
  static Resources trusting(Identity identity) {
    return new Resources(
        List.of(), Map.of(LedClient.ROOT_CERTIFICATE, Octets.of(Pem.encode(identity.chain()))));
  }

  static Firmware ledClient(boolean tls) {
    return tls ? LedClient.overTls() : LedClient.plain();
  }
}
