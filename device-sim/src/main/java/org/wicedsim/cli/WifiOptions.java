package org.wicedsim.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wicedsim.hal.AccessPoint;
import org.wicedsim.hal.WifiConfig;
import org.wicedsim.hal.WifiSecurity;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// The options for the first access point that a board stores. A passphrase comes in a file: a
/// command line can be read by everybody on the computer.
final class WifiOptions {
  /// Room for the largest passphrase and its line end.
  private static final int MAX_FILE_OCTETS = AccessPoint.MAX_PASSPHRASE_OCTETS + 2;

  @Option(
      names = "--wifi-ssid",
      paramLabel = "SSID",
      description = "The network that the board joins first.")
  private @Nullable String ssid;

  @Option(
      names = "--wifi-security",
      paramLabel = "S",
      converter = SecurityConverter.class,
      description = "Such as WPA2_AES_PSK. (Default: WPA2_MIXED_PSK with a passphrase, else OPEN)")
  private @Nullable WifiSecurity security;

  @Option(
      names = "--wifi-passphrase-file",
      paramLabel = "FILE",
      description = "A file that holds the passphrase, and nothing else.")
  private @Nullable Path passphraseFile;

  /// A configuration whose first access point is as these options say. Without an SSID, what was
  /// not given stays as it is.
  ///
  /// @throws CommandException when that is no access point, or the file cannot be read
  WifiConfig over(WifiConfig present) {
    List<AccessPoint> stored = new ArrayList<>(present.storedAccessPoints());
    if (stored.isEmpty() && ssid == null) {
      throw new CommandException(
          ExitCode.USAGE, "the board stores no access point: give its --wifi-ssid");
    }
    AccessPoint first =
        ssid == null ? stored.getFirst() : new AccessPoint("", WifiSecurity.OPEN, "", 0);
    AccessPoint changed = changed(first);
    if (stored.isEmpty()) {
      stored.add(changed);
    } else {
      stored.set(0, changed);
    }
    return new WifiConfig(stored, present.softAp(), present.configAp(), present.countryCode());
  }

  private AccessPoint changed(AccessPoint first) {
    String passphrase = passphraseFile == null ? first.passphrase() : read(passphraseFile);
    WifiSecurity chosen = security(first, passphrase);
    if (chosen == WifiSecurity.OPEN && passphraseFile != null) {
      throw new CommandException(
          ExitCode.USAGE, "an open network has no passphrase: leave out one of the options");
    }
    AccessPoint changed;
    try {
      changed =
          new AccessPoint(
              ssid == null ? first.ssid() : ssid,
              chosen,
              chosen == WifiSecurity.OPEN ? "" : passphrase,
              first.channel());
    } catch (IllegalArgumentException e) {
      throw new CommandException(ExitCode.USAGE, e);
    }
    if (changed.ssid().isEmpty()) {
      throw new CommandException(ExitCode.USAGE, "--wifi-ssid '': expected 1 to 32 octets");
    }
    if (!changed.hasUsablePassphrase()) {
      throw new CommandException(
          ExitCode.USAGE,
          chosen + " needs a passphrase of 8 to 64 octets: give --wifi-passphrase-file");
    }
    return changed;
  }

  private WifiSecurity security(AccessPoint first, String passphrase) {
    if (security != null) {
      return security;
    }
    return first.security() == WifiSecurity.OPEN && !passphrase.isEmpty()
        ? WifiSecurity.WPA2_MIXED_PSK
        : first.security();
  }

  private static String read(Path file) {
    try {
      if (Files.size(file) > MAX_FILE_OCTETS) {
        throw new CommandException(
            ExitCode.BAD_INPUT_FILE,
            "%s is too large for a passphrase: expected at most %d octets"
                .formatted(file, AccessPoint.MAX_PASSPHRASE_OCTETS));
      }
      String passphrase = Files.readString(file).replaceFirst("\\R\\z", "");
      if (passphrase.isEmpty()) {
        throw new CommandException(
            ExitCode.BAD_INPUT_FILE, file + " is empty: expected a passphrase");
      }
      return passphrase;
    } catch (IOException e) {
      throw new CommandException(
          ExitCode.BAD_INPUT_FILE, "%s cannot be read: %s".formatted(file, e.getMessage()), e);
    }
  }

  /// Reads a security.
  static final class SecurityConverter implements ITypeConverter<WifiSecurity> {
    @Override
    public WifiSecurity convert(String text) {
      try {
        return WifiSecurity.parse(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }
}
