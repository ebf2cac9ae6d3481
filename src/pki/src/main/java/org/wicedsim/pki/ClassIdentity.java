package org.wicedsim.pki;

import java.net.Inet4Address;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/// What the class server's certificate says (SPEC 2.8).
public final class ClassIdentity {
  private static final List<String> NAMES =
      List.of("wwep.wv101.cypress.com", "wwep.ww101.cypress.com", "localhost");
  private static final Inet4Address SERVER = Inet4Address.ofLiteral("198.51.100.3");
  private static final Inet4Address LOOPBACK = Inet4Address.ofLiteral("127.0.0.1");
  private static final int VALID_YEARS = 10;

  /// Small computers without a battery boot with a clock that lags.
  private static final Duration CLOCK_LAG = Duration.ofDays(1);

  private ClassIdentity() {}

  /// The specification of the class server's certificate, valid for ten years.
  ///
  /// @param now the present time; validity starts a day earlier
  /// @param lanAddress where the virtual LAN's 198.51.100.3 is on this computer, such as
  ///   127.51.100.3
  public static CertificateSpec spec(Instant now, Inet4Address lanAddress) {
    Instant from = now.minus(CLOCK_LAG);
    Instant until = from.atOffset(ZoneOffset.UTC).plusYears(VALID_YEARS).toInstant();
    return CertificateSpec.of("CN=" + NAMES.getFirst(), Purpose.SERVER, from, until)
        .withAlternativeNames(NAMES, Stream.of(SERVER, LOOPBACK, lanAddress).distinct().toList());
  }
}
