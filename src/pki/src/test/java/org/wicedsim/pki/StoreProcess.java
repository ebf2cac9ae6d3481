package org.wicedsim.pki;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

/// A process that says "ready", waits for a line, asks the store for the identity in a folder, and
/// says its serial number.
final class StoreProcess {
  static final String READY = "ready\n";

  private StoreProcess() {}

  /// Takes the folder, the time, and a folder to make an identity in beforehand, so that the code
  /// is loaded and runs at full speed afterwards; "-" for none.
  public static void main(String[] arguments) throws IOException {
    Instant now = Instant.parse(arguments[1]);
    if (!arguments[2].equals("-")) {
      load(Path.of(arguments[2]), now);
    }
    System.out.print(READY);
    System.out.flush();
    if (System.in.read() == '\n') {
      System.out.println(load(Path.of(arguments[0]), now).certificate().getSerialNumber());
    }
  }

  private static Identity load(Path folder, Instant now) {
    CertificateSpec spec = ClassIdentity.spec(now, Fixtures.LAN_ADDRESS);
    return IdentityStore.loadOrCreate(folder, spec, KeyKind.EC_P256, now).identity();
  }
}
