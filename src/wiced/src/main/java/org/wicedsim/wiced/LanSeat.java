package org.wicedsim.wiced;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.Optional;
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
  static final int MAX_BOARDS = 16_384;

  private static final int MAX_ATTEMPTS = 2_000;
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
  /// @throws IllegalStateException when the LAN has no free address behind `wanted`
  /// @throws UncheckedIOException when the machine has no sockets left
  public static LanSeat take(VirtualLan lan, Ipv4Address wanted) {
    Ipv4Address address = wanted;
    for (int steps = 0; steps < MAX_BOARDS && VirtualLan.contains(address); steps++) {
      LanSeat seat = tryTake(lan, address, steps);
      if (seat != null) {
        return seat;
      }
      address = nextHost(address);
    }
    throw new IllegalStateException(
        "LAN %d has no free address from %s on: choose another LAN with --lan"
            .formatted(lan.number(), wanted));
  }

  /// Takes this address and no other.
  ///
  /// @return empty when somebody has it
  /// @throws UncheckedIOException when the machine has no sockets left
  public static Optional<LanSeat> takeExactly(VirtualLan lan, Ipv4Address wanted) {
    return Optional.ofNullable(tryTake(lan, wanted, 0));
  }

  /// Whether somebody has this address. To ask, it is taken for a moment.
  static boolean isTaken(VirtualLan lan, Ipv4Address address) {
    LanSeat seat = tryTake(lan, address, 0);
    if (seat == null) {
      return true;
    }
    seat.close();
    return false;
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

  /// The next address, without those that end in 0 or 255: in a network of 254 hosts they belong to
  /// no one.
  static Ipv4Address nextHost(Ipv4Address address) {
    Ipv4Address next = address.plus(1);
    return next.octet(3) == 0xFF ? next.plus(2) : next;
  }

  private static @Nullable LanSeat tryTake(VirtualLan lan, Ipv4Address address, int steps) {
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
      throw new UncheckedIOException("cannot take %s: %s".formatted(address, e.getMessage()), e);
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
