package org.wicedsim.hal;

import java.util.Locale;

/// Which TLS a board speaks and how strictly it checks a peer (SPEC 3.5).
public enum TlsProfile {
  /// TLS 1.2 and 1.3; dates, names and signatures are checked.
  MODERN,
  /// What the WICED SDK did: TLS 1.0 to 1.2 where the engine still has them, no date check.
  WICED;

  /// The profile's name as users write it: `modern` or `wiced`.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
