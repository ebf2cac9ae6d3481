package org.wicedsim.firmware;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import org.wicedsim.wiced.Rtos;
import org.wicedsim.wiced.TcpStream;

/// Reads the request of one connection, as the servers of exercises 04, 05 and 07 do.
///
/// TCP carries octets and no messages, and a request has 7 octets or 11: its first one tells. All
/// reads count, since the result code does not say how much there is when less came than was asked
/// for.
final class RequestReader {
  /// A client that says nothing for so long has nothing to ask.
  private static final long FIRST_OCTET_TIMEOUT_MS = 10_000;

  /// When the next octet takes longer than this, the request was cut short (SPEC 1.7).
  private static final long FRAME_TIMEOUT_MS = 100;

  private static final int READ_OCTETS = 7;
  private static final int WRITE_OCTETS = 11;

  /// CR LF, and one octet more that shows that there is surplus.
  private static final int MAX_SURPLUS_OCTETS = 3;

  private RequestReader() {}

  /// The request as it came, one character an octet, without the line end that people type; empty
  /// when the client said nothing.
  static String read(TcpStream stream) {
    String first = read(stream, 1, FIRST_OCTET_TIMEOUT_MS);
    int octets =
        switch (first) {
          case "R" -> READ_OCTETS;
          case "W" -> WRITE_OCTETS;
          default -> first.length();
        };
    String request = first + read(stream, octets - first.length(), FRAME_TIMEOUT_MS);
    if (request.isEmpty() || request.length() < octets) {
      return request;
    }
    // What was received already belongs to the request; a server never waits for more.
    String surplus = read(stream, MAX_SURPLUS_OCTETS, Rtos.NO_WAIT);
    return surplus.equals("\n") || surplus.equals("\r\n") ? request : request + surplus;
  }

  private static String read(TcpStream stream, int octets, long timeoutMs) {
    byte[] buffer = new byte[octets];
    int count = stream.readWithCount(buffer, timeoutMs).octets();
    return new String(buffer, 0, count, ISO_8859_1);
  }
}
