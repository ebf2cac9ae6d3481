package org.wicedsim.wiced;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.wicedsim.hal.Ipv4Address;

/// An address of a virtual LAN that is taken, among all processes of the machine: a port of its
/// loopback address is held, which the kernel gives back even after a crash.
public final class LanSeat implements AutoCloseable {
  /// Boards never use this port for themselves: holding it is holding the address. Nobody listens
  /// on it, so no board finds an open port there.
  static final int PORT = 65_535;

  /// How many addresses behind the first one are tried.
  private static final int MAX_BOARDS = 200;

  private static final int MAX_ATTEMPTS = 2_000;
  private static final int LAST_HOST = 254;
  private static final Ipv4Address WHOLE_LAN = Ipv4Address.of(198, 51, 255, 254);

  private final VirtualLan lan;
  private final Ipv4Address address;
  private final int steps;
  private final SocketChannel holder;

  private LanSeat(VirtualLan lan, Ipv4Address address, int steps, SocketChannel holder) {
    this.lan = lan;
    this.address = address;
    this.steps = steps;
    this.holder = holder;
  }

  /// Takes `wanted`, or the next address that is free (SPEC 2.6: a second board gets the next one).
  ///
  /// @throws IllegalStateException when 200 boards are on the LAN already
  /// @throws UncheckedIOException when the machine has no sockets left
  public static LanSeat take(VirtualLan lan, Ipv4Address wanted) {
    int boards = Math.min(MAX_BOARDS, LAST_HOST - wanted.octet(3) + 1);
    for (int steps = 0; steps < boards; steps++) {
      LanSeat seat = tryTake(lan, wanted, steps);
      if (seat != null) {
        return seat;
      }
    }
    throw new IllegalStateException(
        "LAN %d has no free address from %s on: choose another LAN with --lan"
            .formatted(lan.number(), wanted));
  }

  /// Takes a LAN that nobody else has taken this way, for a run that must not meet others. The LAN
  /// that is used unless another one is asked for is never given.
  ///
  /// @throws IllegalStateException when no LAN is free
  public static LanSeat takeFreeLan() {
    RandomGenerator random = RandomGenerator.getDefault();
    for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      int number = random.nextInt(VirtualLan.MIN_NUMBER, VirtualLan.MAX_NUMBER + 1);
      if (number != VirtualLan.DEFAULT_NUMBER) {
        LanSeat seat = tryTake(VirtualLan.of(number), WHOLE_LAN, 0);
        if (seat != null) {
          return seat;
        }
      }
    }
    throw new IllegalStateException("no free LAN: all numbers are taken");
  }

  /// The LAN.
  public VirtualLan lan() {
    return lan;
  }

  /// The address that was taken.
  public Ipv4Address address() {
    return address;
  }

  /// How far the address lies behind the one that was wanted; the board's MAC address follows it.
  public int steps() {
    return steps;
  }

  /// Gives the address back.
  @Override
  public void close() {
    try {
      holder.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable LanSeat tryTake(VirtualLan lan, Ipv4Address wanted, int steps) {
    Ipv4Address address = wanted.plus(steps);
    // Where all addresses are one, the port tells them apart.
    int port = lan.isWhole() ? PORT : PORT - address.octet(3);
    SocketChannel holder = null;
    try {
      holder = SocketChannel.open();
      holder.bind(new InetSocketAddress(lan.loopback(address), port));
      return new LanSeat(lan, address, steps, holder);
    } catch (BindException _) {
      closeQuietly(holder);
      return null;
    } catch (IOException e) {
      closeQuietly(holder);
      throw new UncheckedIOException("cannot take " + address, e);
    }
  }

  private static void closeQuietly(@Nullable SocketChannel channel) {
    if (channel != null) {
      try {
        channel.close();
      } catch (IOException _) {
        // It holds nothing.
      }
    }
  }
}
