package org.wicedsim.cli.cert;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.wicedsim.cli.CommandException;
import org.wicedsim.cli.ExitCode;
import org.wicedsim.pki.KeyKind;
import org.wicedsim.pki.NewFiles;
import picocli.CommandLine.Option;

/// What the commands that make something have in common.
final class MakeOptions {

  private MakeOptions() {}

  /// `--ec`: which kind of key is made.
  static final class Key {
    @Option(
        names = "--ec",
        description = "An elliptic curve key, P-256: small and fast. (Default: RSA, 2048 bits)")
    private boolean ec;

    KeyKind kind() {
      return ec ? KeyKind.EC_P256 : KeyKind.RSA_2048;
    }
  }

  /// `--days`: how long a certificate is valid.
  static final class Days {
    private static final int MAX_DAYS = 36_500;

    @Option(
        names = "--days",
        paramLabel = "N",
        description = "Valid from now on for so many days. (Default: 365, for a CA 3650)")
    private @Nullable Integer days;

    /// @param from the first second of validity
    /// @throws CommandException when the number makes no sense
    Instant until(Instant from, int fallback) {
      int chosen = days == null ? fallback : days;
      if (chosen < 1 || chosen > MAX_DAYS) {
        throw new CommandException(
            ExitCode.USAGE, "--days %d: expected 1 to %d".formatted(chosen, MAX_DAYS));
      }
      return from.plus(Duration.ofDays(chosen));
    }
  }

  /// `--force`: what happens to files that are there already.
  static final class Force {
    @Option(names = "--force", description = "Replace files that exist.")
    private boolean force;

    NewFiles files() {
      return new NewFiles(force);
    }
  }

  /// The present second: what a certificate can hold.
  static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS);
  }
}
