package org.wicedsim.cli.cert;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A server as users write it: `HOST`, `HOST:PORT` or `[IPV6]:PORT`.
record HostPort(String host, int port) {
  private static final int HTTPS = 443;
  private static final int MAX_PORT = 0xFFFF;
  private static final Pattern FORM =
      Pattern.compile(
          "(?:\\[(?<ipv6>[0-9A-Fa-f:.]+)\\]|(?<host>[^:\\[\\]/]+))(?::(?<port>\\d{1,5}))?");

  @Override
  public String toString() {
    return (host.indexOf(':') < 0 ? "%s:%d" : "[%s]:%d").formatted(host, port);
  }

  /// Reads one from the command line.
  static final class Converter implements ITypeConverter<HostPort> {
    @Override
    public HostPort convert(String text) {
      Matcher form = FORM.matcher(text);
      if (form.matches()) {
        String host = form.group("host") == null ? form.group("ipv6") : form.group("host");
        int port = form.group("port") == null ? HTTPS : Integer.parseInt(form.group("port"));
        if (port >= 1 && port <= MAX_PORT) {
          return new HostPort(host, port);
        }
      }
      throw new TypeConversionException(
          "'%s': expected HOST or HOST:PORT, such as httpbin.org:443, with a port from 1 to %d"
              .formatted(text, MAX_PORT));
    }
  }
}
