package org.wicedsim.wiced;

import java.util.List;
import java.util.Optional;
import org.wicedsim.hal.AccessPoint;

/// Joins an access point as a station (SPEC 2.6): the first of those stored in the DCT that is
/// there and lets the board in.
final class WifiJoin {
  /// How often the whole list is tried (`WICED_JOIN_RETRY_ATTEMPTS`).
  static final int ROUNDS = 3;

  /// What one attempt that fails takes on the board.
  static final long ATTEMPT_MS = 7_000;

  /// The bits of `wiced_security_t` that name a cipher: TKIP and AES.
  private static final int CIPHERS = 0x6;

  private final Sdk sdk;
  private final Console console;
  private final List<AccessPoint> onAir;

  /// @param onAir the access points of the LAN; without any, each one that is asked for is there
  WifiJoin(Sdk sdk, Console console, List<AccessPoint> onAir) {
    this.sdk = sdk;
    this.console = console;
    this.onAir = onAir;
  }

  /// Tries the stored access points, round by round.
  ///
  /// @return SUCCESS; NO_STORED_AP_IN_DCT; or why the last attempt failed
  WicedResult join() {
    List<AccessPoint> stored =
        sdk.board().dct().wifi().storedAccessPoints().stream()
            .filter(accessPoint -> !accessPoint.ssid().isEmpty())
            .toList();
    if (stored.isEmpty()) {
      sdk.diagnose(
          "no-stored-access-point",
          "the DCT stores no access point: set one with 'wiced-sim dct set --wifi-ssid'");
      // Firmware asks again and again, and shall not spin.
      new Gate(sdk.clock()).await(() -> false, ATTEMPT_MS);
      return WicedResult.NO_STORED_AP_IN_DCT;
    }
    WicedResult result = WicedResult.NETWORK_NOT_FOUND;
    for (int round = 1; round <= ROUNDS; round++) {
      for (AccessPoint wanted : stored) {
        result = attempt(wanted, round);
        if (result.isSuccess()) {
          return result;
        }
      }
    }
    return result;
  }

  private WicedResult attempt(AccessPoint wanted, int round) {
    console.printf("Joining : %s\n", wanted.ssid());
    Optional<Refusal> refusal = refusal(wanted);
    if (refusal.isEmpty()) {
      console.printf("Successfully joined : %s\n", wanted.ssid());
      return WicedResult.SUCCESS;
    }
    new Gate(sdk.clock()).await(() -> false, ATTEMPT_MS);
    console.printf("Failed to join : %s\n", wanted.ssid());
    if (round == 1) {
      sdk.diagnose("join-failed", "'%s': %s".formatted(wanted.ssid(), refusal.get().whatToCheck()));
    }
    return refusal.get().result();
  }

  private Optional<Refusal> refusal(AccessPoint wanted) {
    if (!wanted.hasUsablePassphrase()) {
      return Optional.of(
          new Refusal(WicedResult.WPA_KEYLEN_BAD, "a WPA passphrase has 8 to 64 octets"));
    }
    if (onAir.isEmpty()) {
      return Optional.empty();
    }
    List<AccessPoint> named =
        onAir.stream().filter(there -> there.ssid().equals(wanted.ssid())).toList();
    if (named.isEmpty()) {
      return Optional.of(
          new Refusal(
              WicedResult.NETWORK_NOT_FOUND,
              "no access point of this name is on the air: the LAN file names %s"
                  .formatted(onAir.stream().map(AccessPoint::ssid).distinct().toList())));
    }
    List<AccessPoint> matching =
        named.stream().filter(there -> isCompatible(there, wanted)).toList();
    if (matching.isEmpty()) {
      return Optional.of(
          new Refusal(
              WicedResult.NETWORK_NOT_FOUND,
              "the access point is protected by %s, the DCT says %s"
                  .formatted(named.getFirst().security(), wanted.security())));
    }
    boolean knows =
        matching.stream().anyMatch(there -> there.passphrase().equals(wanted.passphrase()));
    return knows
        ? Optional.empty()
        : Optional.of(
            new Refusal(WicedResult.EAPOL_KEY_PACKET_M3_TIMEOUT, "the passphrase is wrong"));
  }

  /// A station that knows WPA2 with any cipher joins an access point with one of them.
  private static boolean isCompatible(AccessPoint there, AccessPoint wanted) {
    return there.security() == wanted.security()
        || (there.security().isWpaPersonal()
            && wanted.security().isWpaPersonal()
            && protocol(there) == protocol(wanted)
            && (there.security().code() & wanted.security().code() & CIPHERS) != 0);
  }

  private static int protocol(AccessPoint accessPoint) {
    return accessPoint.security().code() & ~CIPHERS;
  }

  /// Why an attempt failed.
  private record Refusal(WicedResult result, String whatToCheck) {}
}
