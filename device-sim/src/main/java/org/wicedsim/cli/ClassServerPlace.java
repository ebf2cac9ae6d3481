package org.wicedsim.cli;

import java.io.PrintWriter;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import org.wicedsim.hal.BoardDescription;
import org.wicedsim.hal.BoardFile;
import org.wicedsim.hal.BoardFileException;
import org.wicedsim.hal.Ipv4Address;
import org.wicedsim.pki.ClassIdentity;
import org.wicedsim.pki.IdentityStore;
import org.wicedsim.pki.KeyKind;
import org.wicedsim.pki.StateFolder;
import org.wicedsim.pki.StoredIdentity;
import org.wicedsim.wiced.VirtualLan;

/// Where the class server stands on a virtual LAN, and who it is there (SPEC 2.6, 2.8).
public final class ClassServerPlace {
  /// The class server's address on every LAN.
  static final Ipv4Address ADDRESS = Ipv4Address.of(198, 51, 100, 3);

  /// The name that the class server's certificate is checked for on a LAN.
  static final String NAME = "wwep.ww101.cypress.com";

  private final VirtualLan lan;

  /// The place on one LAN.
  public ClassServerPlace(VirtualLan lan) {
    this.lan = lan;
  }

  /// The loopback address behind the class server's address.
  InetAddress loopback() {
    return lan.loopback(ADDRESS);
  }

  /// The class server's identity of this installation on this LAN: made when it is first asked for,
  /// since the certificate names the LAN's loopback address.
  ///
  /// @param notes where it is told that one was made or repaired
  public StoredIdentity identity(KeyKind kind, PrintWriter notes) {
    Path folder =
        StateFolder.of(System.getenv(), System.getProperties())
            .resolve("class-identity")
            .resolve("lan-" + lan.number());
    StoredIdentity stored =
        IdentityStore.loadOrCreate(
            folder,
            ClassIdentity.spec(Clock.systemUTC().instant(), (Inet4Address) loopback()),
            kind,
            Clock.systemUTC().instant());
    stored.notes().forEach(note -> notes.println("wiced-sim: " + note));
    return stored;
  }

  /// Where a host is: addresses and names of the virtual LAN stand for loopback addresses, all
  /// others for themselves.
  ///
  /// @throws CommandException when the name does not resolve
  public InetAddress resolve(String host) {
    Ipv4Address known = shippedHosts().network().hosts().get(host.toLowerCase(Locale.ROOT));
    if (known == null && Ipv4Address.isAddress(host)) {
      known = Ipv4Address.parse(host);
    }
    if (known != null && VirtualLan.contains(known)) {
      return lan.loopback(known);
    }
    try {
      return InetAddress.getByName(host);
    } catch (UnknownHostException e) {
      throw new CommandException(
          ExitCode.NO_CONNECTION, "there is no host '%s': check the name".formatted(host), e);
    }
  }

  private static BoardDescription shippedHosts() {
    try {
      return BoardFile.shipped(BoardFile.DEFAULT);
    } catch (BoardFileException e) {
      throw new IllegalStateException("the board that ships cannot be read", e);
    }
  }
}
