package org.wicedsim.cli;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wicedsim.pki.Identity;
import org.wicedsim.wiced.Endpoint;
import org.wicedsim.wwep.Wwep;
import org.wicedsim.wwepserver.BindFailedException;
import org.wicedsim.wwepserver.ClassServer;
import org.wicedsim.wwepserver.ClassServerConfig;
import org.wicedsim.wwepserver.ServerIdentity;
import org.wicedsim.wwepserver.TlsSettings;

/// The class server that a board meets, as `--server` chose it: closed with the run if the run
/// started it.
final class ClassServerChoice implements AutoCloseable {
  /// A listener on this machine answers at once.
  private static final Duration PROBE_TIMEOUT = Duration.ofMillis(500);

  private final String description;
  private final Map<Endpoint, InetSocketAddress> elsewhere;
  private final @Nullable ClassServer started;

  private ClassServerChoice(
      String description,
      Map<Endpoint, InetSocketAddress> elsewhere,
      @Nullable ClassServer started) {
    this.description = description;
    this.elsewhere = elsewhere;
    this.started = started;
  }

  /// Makes the choice true.
  ///
  /// @throws CommandException when the server cannot be started, or its host is unknown
  static ClassServerChoice of(ServerChoice choice, ClassServerPlace place, Identity identity) {
    return switch (choice) {
      case ServerChoice.None _ -> new ClassServerChoice("class server: none", Map.of(), null);
      case ServerChoice.At(String host, int port, int tlsPort) ->
          elsewhere(place.resolve(host), host, port, tlsPort);
      case ServerChoice.Embedded _ -> startOrJoin(place, identity);
    };
  }

  /// What is behind the class server's address, in one line for people.
  String description() {
    return description;
  }

  /// What stands behind the class server's ends of the LAN, if that is outside of it.
  Map<Endpoint, InetSocketAddress> elsewhere() {
    return elsewhere;
  }

  @Override
  public void close() {
    if (started != null) {
      started.close();
    }
  }

  private static ClassServerChoice elsewhere(
      InetAddress address, String host, int port, int tlsPort) {
    return new ClassServerChoice(
        "class server: %s, plain %d, TLS %d".formatted(host, port, tlsPort),
        Map.of(
            new Endpoint(ClassServerPlace.ADDRESS, Wwep.PLAIN_PORT),
            new InetSocketAddress(address, port),
            new Endpoint(ClassServerPlace.ADDRESS, Wwep.TLS_PORT),
            new InetSocketAddress(address, tlsPort)),
        null);
  }

  private static ClassServerChoice startOrJoin(ClassServerPlace place, Identity identity) {
    if (isListening(place)) {
      return joined();
    }
    ClassServerConfig config =
        ClassServerConfig.builder()
            .addresses(List.of(place.loopback()))
            .plainPort(Wwep.PLAIN_PORT)
            .tls(
                new TlsSettings(
                    Wwep.TLS_PORT,
                    new ServerIdentity(identity.privateKey(), identity.chain()),
                    List.of()))
            .build();
    try {
      return new ClassServerChoice(
          "class server: embedded, plain %d, TLS %d".formatted(Wwep.PLAIN_PORT, Wwep.TLS_PORT),
          Map.of(),
          ClassServer.start(config));
    } catch (InterruptedIOException e) {
      throw new CommandException(ExitCode.INTERRUPTED, "interrupted", e);
    } catch (BindFailedException e) {
      if (isListening(place)) {
        // Another run of the simulator was faster.
        return joined();
      }
      throw new CommandException(
          ExitCode.ADDRESS_IN_USE,
          "%s; choose another LAN with --lan, or another server with --server"
              .formatted(e.getMessage()),
          e);
    }
  }

  private static ClassServerChoice joined() {
    return new ClassServerChoice(
        "class server: joined the one that runs on this LAN already", Map.of(), null);
  }

  /// A server may have one of the two ports alone, as those of the exercises do.
  private static boolean isListening(ClassServerPlace place) {
    return isListening(place, Wwep.PLAIN_PORT) || isListening(place, Wwep.TLS_PORT);
  }

  private static boolean isListening(ClassServerPlace place, int port) {
    try (Socket probe = new Socket()) {
      probe.connect(new InetSocketAddress(place.loopback(), port), (int) PROBE_TIMEOUT.toMillis());
      return true;
    } catch (IOException _) {
      return false;
    }
  }
}
