package org.wicedsim.cli.mitm;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.wicedsim.pki.CertificateMaker;
import org.wicedsim.pki.ClassIdentity;
import org.wicedsim.pki.Identity;
import org.wicedsim.pki.Impostor;
import org.wicedsim.pki.Impostors;
import org.wicedsim.pki.KeyKind;

/// A man in the middle at work on any free port, and everything that it told.
final class Middle implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofSeconds(30);

  /// The class server that is played.
  static final Identity REAL = makeReal();

  private final List<MitmEvent> events = new CopyOnWriteArrayList<>();
  private final ManInTheMiddle man;

  private Middle(Route route, Impostor impostor, MitmLimits limits) throws IOException {
    man =
        ManInTheMiddle.start(
            List.of(route), Impostors.stage(impostor, REAL, Instant.now()), limits, events::add);
  }

  static Middle tls(InetSocketAddress target, Impostor impostor) throws IOException {
    return new Middle(new Route(any(), target, true), impostor, MitmLimits.DEFAULT);
  }

  static Middle plain(InetSocketAddress target, MitmLimits limits) throws IOException {
    return new Middle(new Route(any(), target, false), Impostor.SELF_SIGNED, limits);
  }

  static Middle at(Route route, Impostor impostor) throws IOException {
    return new Middle(route, impostor, MitmLimits.DEFAULT);
  }

  InetSocketAddress address() {
    return man.addresses().getFirst();
  }

  <E extends MitmEvent> List<E> all(Class<E> kind) {
    return events.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /// The first event of a kind; waits for it.
  <E extends MitmEvent> E await(Class<E> kind) {
    return Awaitility.await(kind.getSimpleName() + " among " + events)
        .atMost(PATIENCE)
        .until(() -> all(kind), found -> !found.isEmpty())
        .getFirst();
  }

  /// All octets of one direction so far, as text.
  String text(Direction direction) {
    return all(MitmEvent.Read.class).stream()
        .filter(read -> read.direction() == direction)
        .map(read -> read.octets().utf8())
        .collect(Collectors.joining());
  }

  @Override
  public void close() {
    man.close();
  }

  private static Identity makeReal() {
    return CertificateMaker.selfSigned(
        ClassIdentity.spec(Instant.now(), Inet4Address.ofLiteral("127.51.100.3")), KeyKind.EC_P256);
  }

  private static InetSocketAddress any() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }
}
