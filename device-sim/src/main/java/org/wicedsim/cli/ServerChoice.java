package org.wicedsim.cli;

import org.wicedsim.wwep.Wwep;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Which class server a board meets: the value of `--server`.
sealed interface ServerChoice {
  /// One of the simulator's own, unless somebody listens at its address already.
  record Embedded() implements ServerChoice {}

  /// None is started; what another process started on the LAN is met all the same.
  record None() implements ServerChoice {}

  /// One elsewhere, which appears behind the class server's name and address.
  ///
  /// @param port of plain connections
  /// @param tlsPort of TLS connections
  record At(String host, int port, int tlsPort) implements ServerChoice {}

  /// Reads `embedded`, `none` or `HOST[:PORT[:TLSPORT]]`.
  final class Converter implements ITypeConverter<ServerChoice> {
    private static final int MAX_PORT = 0xFFFF;

    @Override
    public ServerChoice convert(String text) {
      return switch (text) {
        case "embedded" -> new Embedded();
        case "none" -> new None();
        default -> at(text);
      };
    }

    private static ServerChoice at(String text) {
      String[] parts = text.split(":", -1);
      if (parts.length > 3 || parts[0].isBlank()) {
        throw wrong(text);
      }
      int port = parts.length > 1 ? port(parts[1], text) : Wwep.PLAIN_PORT;
      int tlsPort = parts.length > 2 ? port(parts[2], text) : Wwep.TLS_PORT;
      return new At(parts[0], port, tlsPort);
    }

    private static int port(String text, String whole) {
      if (text.matches("[0-9]{1,5}")) {
        int port = Integer.parseInt(text);
        if (port >= 1 && port <= MAX_PORT) {
          return port;
        }
      }
      throw wrong(whole);
    }

    private static TypeConversionException wrong(String text) {
      return new TypeConversionException(
          "'%s': expected embedded, none, or HOST[:PORT[:TLSPORT]] with ports from 1 to %d"
              .formatted(text, MAX_PORT));
    }
  }
}
