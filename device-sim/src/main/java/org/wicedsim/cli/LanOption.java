package org.wicedsim.cli;

import org.jspecify.annotations.Nullable;
import org.wicedsim.wiced.LanSeat;
import org.wicedsim.wiced.VirtualLan;
import picocli.CommandLine.Option;

/// `--lan`, which all commands have that meet on a virtual LAN.
public final class LanOption {
  private static final String FREE = "free";

  @Option(
      names = "--lan",
      paramLabel = "N",
      defaultValue = "51",
      description = {
        "The virtual LAN: a number from 1 to 254, or 'free' for one that nobody else uses.",
        "What has the same number meets. (Default: ${DEFAULT-VALUE})"
      })
  private String lan = "";

  /// The LAN that was asked for.
  ///
  /// @throws CommandException when it is neither a number from 1 to 254 nor `free`
  public Chosen choose() {
    if (lan.equals(FREE)) {
      LanSeat reservation = LanSeat.takeFreeLan();
      return new Chosen(reservation.lan(), reservation);
    }
    try {
      return new Chosen(VirtualLan.of(Integer.parseInt(lan)), null);
    } catch (IllegalArgumentException e) {
      throw new CommandException(
          ExitCode.USAGE,
          "--lan '%s': expected a number from %d to %d, or 'free'"
              .formatted(lan, VirtualLan.MIN_NUMBER, VirtualLan.MAX_NUMBER),
          e);
    }
  }

  /// A LAN, kept free from others until it is closed if that was asked for.
  public record Chosen(VirtualLan lan, @Nullable LanSeat reservation) implements AutoCloseable {
    @Override
    public void close() {
      if (reservation != null) {
        reservation.close();
      }
    }
  }
}
