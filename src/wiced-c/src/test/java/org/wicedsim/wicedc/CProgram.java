package org.wicedsim.wicedc;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.wicedsim.hal.BoardDescription;
import org.wicedsim.hal.Ipv4Address;
import org.wicedsim.hal.LanDescription;
import org.wicedsim.hal.TlsProfile;

/// A C program, and the board that is to run it.
///
/// @param application what [FirmwareBuild] builds
/// @param onLan the hosts and access points of its LAN
/// @param dct the file that its DCT is kept in; null for one that is forgotten with the board
/// @param sanitized whether the compiler's sanitizers watch it
record CProgram(
    Path application,
    BoardDescription board,
    Ipv4Address address,
    LanDescription onLan,
    @Nullable Path dct,
    boolean sanitized) {
  /// A program of `src/test/firmware`, such as `exercises/01_client`, on the course's board at the
  /// first client's address.
  static CProgram of(String program) {
    return of(TestFirmware.FOLDER.resolve(program));
  }

  /// Any application, in the same place. Its TLS is the SDK's, as `run` has it for C.
  static CProgram of(Path application) {
    return new CProgram(
        application,
        SdkBench.course().withTlsProfile(TlsProfile.WICED),
        CLan.CLIENT,
        LanDescription.EMPTY,
        null,
        false);
  }

  /// The same program where the class server would be.
  CProgram asServer() {
    return new CProgram(application, board, CLan.SERVER, onLan, dct, sanitized);
  }

  CProgram on(BoardDescription other) {
    return new CProgram(application, other, address, onLan, dct, sanitized);
  }

  CProgram on(LanDescription other) {
    return new CProgram(application, board, address, other, dct, sanitized);
  }

  CProgram keptIn(Path file) {
    return new CProgram(application, board, address, onLan, file, sanitized);
  }

  CProgram withSanitizers() {
    return new CProgram(application, board, address, onLan, dct, true);
  }
}
