package org.wicedsim.hal;

import java.nio.file.Path;
import java.util.Arrays;

/// A process that writes to a DCT file until somebody kills it: round n fills the application's
/// section with the octet n, and says `.` once that is done.
final class DctWriter {
  private DctWriter() {}

  /// Takes the file, and the octet to begin with.
  public static void main(String[] arguments) {
    Dct dct =
        Dct.keptIn(
            Path.of(arguments[0]),
            Descriptions.course(),
            note -> {
              throw new AssertionError(note);
            });
    byte[] octets = new byte[DctSection.APP.octets()];
    for (int round = Integer.parseInt(arguments[1]); ; round++) {
      Arrays.fill(octets, (byte) round);
      dct.write(DctSection.APP, 0, octets);
      System.out.print('.');
      System.out.flush();
    }
  }
}
