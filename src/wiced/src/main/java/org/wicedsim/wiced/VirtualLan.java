package org.wicedsim.wiced;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import org.wicedsim.hal.Ipv4Address;

/// The network that virtual boards share (SPEC 2.6): 198.51.c.d of LAN number L is the loopback
/// address 127.L.c.d, so that boards, servers and ordinary tools in different processes meet
/// without a coordinator and without root.
///
/// Where 127/8 is not whole (macOS has 127.0.0.1 alone), every address of every LAN is 127.0.0.1:
/// see [#isWhole()].
public final class VirtualLan {
  /// The LAN that is used unless another one is asked for.
  public static final int DEFAULT_NUMBER = 51;

  /// The lowest number of a LAN.
  public static final int MIN_NUMBER = 1;

  /// The highest number of a LAN.
  public static final int MAX_NUMBER = 254;

  private static final int FIRST_OCTET = 198;
  private static final int SECOND_OCTET = 51;
  private static final int LOOPBACK_OCTET = 127;
  private static final InetAddress LOOPBACK = inet(LOOPBACK_OCTET, 0, 0, 1);

  private final int number;
  private final boolean whole;

  private VirtualLan(int number, boolean whole) {
    this.number = number;
    this.whole = whole;
  }

  /// The LAN of this number.
  ///
  /// @param number [#MIN_NUMBER] to [#MAX_NUMBER]
  /// @throws IllegalArgumentException when the number is out of range
  public static VirtualLan of(int number) {
    if (number < MIN_NUMBER || number > MAX_NUMBER) {
      throw new IllegalArgumentException(
          "a LAN number is from %d to %d, not %d".formatted(MIN_NUMBER, MAX_NUMBER, number));
    }
    return new VirtualLan(number, isBindable(inet(LOOPBACK_OCTET, number, 255, 253)));
  }

  /// The LAN's number.
  public int number() {
    return number;
  }

  /// Whether this machine gives each address of the LAN a loopback address of its own.
  public boolean isWhole() {
    return whole;
  }

  /// Whether `address` lies in the virtual LAN.
  public static boolean contains(Ipv4Address address) {
    return address.octet(0) == FIRST_OCTET && address.octet(1) == SECOND_OCTET;
  }

  /// The loopback address behind an address of the LAN.
  ///
  /// @throws IllegalArgumentException when the address is not one of the LAN
  public InetAddress loopback(Ipv4Address address) {
    if (!contains(address)) {
      throw new IllegalArgumentException(address + " is not in 198.51.0.0/16");
    }
    return whole ? inet(LOOPBACK_OCTET, number, address.octet(2), address.octet(3)) : LOOPBACK;
  }

  /// The address of the LAN that a loopback address stands for, if it is one of this LAN's.
  public Optional<Ipv4Address> addressOf(InetAddress loopback) {
    byte[] octets = loopback.getAddress();
    boolean mine =
        whole && octets.length == 4 && octets[0] == LOOPBACK_OCTET && (octets[1] & 0xFF) == number;
    return mine
        ? Optional.of(Ipv4Address.of(FIRST_OCTET, SECOND_OCTET, octets[2] & 0xFF, octets[3] & 0xFF))
        : Optional.empty();
  }

  private static boolean isBindable(InetAddress address) {
    try (SocketChannel probe = SocketChannel.open()) {
      probe.bind(new InetSocketAddress(address, 0));
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  private static InetAddress inet(int a, int b, int c, int d) {
    try {
      return InetAddress.getByAddress(new byte[] {(byte) a, (byte) b, (byte) c, (byte) d});
    } catch (UnknownHostException e) {
      throw new AssertionError("four octets are always an address", e);
    }
  }
}
