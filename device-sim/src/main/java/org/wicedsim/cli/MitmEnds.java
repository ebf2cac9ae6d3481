package org.wicedsim.cli;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wicedsim.cli.mitm.Route;
import org.wicedsim.wwep.Wwep;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// From where to where the man in the middle passes octets on, as the command line says.
final class MitmEnds {
  /// Where it stands on the LAN unless told otherwise.
  static final String ADDRESS = "198.51.100.66";

  private static final int MAX_PORT = 0xFFFF;

  private final ClassServerPlace place;

  MitmEnds(ClassServerPlace place) {
    this.place = place;
  }

  /// The value of `--listen`.
  ///
  /// @param port 0 is any
  record Listen(String host, int port) {}

  /// The value of `--target`.
  ///
  /// @param port null for the class server's own
  record Target(String host, @Nullable Integer port) {}

  /// The routes: one for a given place to listen, else one for each of the class server's ports.
  ///
  /// @throws CommandException when an end lies outside loopback and the virtual LAN, or the options
  ///   contradict each other
  List<Route> routes(Optional<Listen> listen, Target target, boolean plain) {
    if (listen.isPresent()) {
      return List.of(route(listen.get(), target, !plain));
    }
    Route plainRoute = route(new Listen(ADDRESS, Wwep.PLAIN_PORT), target, false);
    if (plain) {
      return List.of(plainRoute);
    }
    if (target.port() != null) {
      throw new CommandException(
          ExitCode.USAGE,
          "--target with a port is for one kind of connection: give --listen (TLS), or --plain");
    }
    return List.of(plainRoute, route(new Listen(ADDRESS, Wwep.TLS_PORT), target, true));
  }

  private Route route(Listen listen, Target target, boolean tls) {
    int classServerPort = tls ? Wwep.TLS_PORT : Wwep.PLAIN_PORT;
    int targetPort = target.port() == null ? classServerPort : target.port();
    return new Route(
        new InetSocketAddress(local("--listen", listen.host()), listen.port()),
        new InetSocketAddress(local("--target", target.host()), targetPort),
        tls);
  }

  private InetAddress local(String option, String host) {
    InetAddress address = place.resolve(host);
    if (!address.isLoopbackAddress()) {
      throw new CommandException(
          ExitCode.USAGE,
          "%s '%s': the man in the middle is for the virtual LAN only; expected an address in 127/8 or 198.51/16"
              .formatted(option, host));
    }
    return address;
  }

  /// Reads `[ADDR:]PORT`.
  static final class ListenConverter implements ITypeConverter<Listen> {
    private static final Pattern LISTEN = Pattern.compile("(?:([^:\\s]+):)?([0-9]{1,5})");

    @Override
    public Listen convert(String text) {
      Matcher parts = LISTEN.matcher(text);
      if (parts.matches()) {
        int port = Integer.parseInt(parts.group(2));
        if (port <= MAX_PORT) {
          return new Listen(parts.group(1) == null ? ADDRESS : parts.group(1), port);
        }
      }
      throw new TypeConversionException(
          "'%s': expected [ADDR:]PORT, such as 40509 or 198.51.100.66:40509, with a port from 0 to %d"
              .formatted(text, MAX_PORT));
    }
  }

  /// Reads `HOST[:PORT]`.
  static final class TargetConverter implements ITypeConverter<Target> {
    private static final Pattern TARGET = Pattern.compile("([^:\\s]+)(?::([0-9]{1,5}))?");

    @Override
    public Target convert(String text) {
      Matcher parts = TARGET.matcher(text);
      if (parts.matches()) {
        String port = parts.group(2);
        if (port == null) {
          return new Target(parts.group(1), null);
        }
        int number = Integer.parseInt(port);
        if (number >= 1 && number <= MAX_PORT) {
          return new Target(parts.group(1), number);
        }
      }
      throw new TypeConversionException(
          "'%s': expected HOST[:PORT], such as 198.51.100.3:40508, with a port from 1 to %d"
              .formatted(text, MAX_PORT));
    }
  }
}
