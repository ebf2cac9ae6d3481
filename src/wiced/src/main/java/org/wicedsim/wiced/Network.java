package org.wicedsim.wiced;

import java.util.Locale;
import org.wicedsim.hal.Ipv4Address;

/// Network management and name look-up (`wiced_management.h`, SPEC 2.6).
public final class Network {
  private final Sdk sdk;
  private final Console console;
  private final LanAccess access;
  private volatile boolean up;

  Network(Sdk sdk, Console console, LanAccess access) {
    this.sdk = sdk;
    this.console = console;
    this.access = access;
  }

  /// Joins the network and gets an address (`wiced_network_up`); nothing happens when the interface
  /// is up already.
  public WicedResult up(Interface on, NetworkConfig config) {
    if (!up) {
      String ssid = "wiced-sim-" + access.lan().number();
      console.printf("Joining : %s\n", ssid);
      console.printf("Successfully joined : %s\n", ssid);
      console.printf("Obtaining IPv4 address via DHCP\n");
      console.printf("IPv4 network ready IP: %s\n", access.address());
      console.printf("Setting IPv6 link-local address\n");
      console.printf("IPv6 network is not ready\n");
      up = true;
      if (sdk.events().isObserved()) {
        sdk.events().publish(new WicedEvent.NetworkUp(on, access.address()));
      }
    }
    return sdk.returned("wiced_network_up", WicedResult.SUCCESS, on, config);
  }

  /// Leaves the network (`wiced_network_down`); SUCCESS even when it was not up.
  public WicedResult down(Interface on) {
    if (up && sdk.events().isObserved()) {
      sdk.events().publish(new WicedEvent.NetworkDown(on));
    }
    up = false;
    return sdk.returned("wiced_network_down", WicedResult.SUCCESS, on);
  }

  /// Whether the interface is up (`wiced_network_is_up`).
  public boolean isUp(Interface on) {
    sdk.returned("wiced_network_is_up", WicedResult.SUCCESS, on);
    return hasLink(on);
  }

  boolean hasLink(Interface on) {
    return up && on == Interface.STA;
  }

  /// The board's own address (`wiced_ip_get_ipv4_address`).
  public Ipv4Address ipv4Address(Interface on) {
    sdk.returned("wiced_ip_get_ipv4_address", WicedResult.SUCCESS, on);
    return access.address();
  }

  /// The address of a host (`wiced_hostname_lookup`): four octets are taken as they are, names come
  /// from the board's table of hosts. The virtual LAN has no other names.
  ///
  /// @param timeoutMs how long a name server may take; the table of hosts answers at once
  public Lookup hostnameLookup(String hostname, long timeoutMs, Interface on) {
    Lookup lookup = lookup(hostname);
    sdk.returned("wiced_hostname_lookup", lookup.result(), hostname, timeoutMs, on);
    return lookup;
  }

  private Lookup lookup(String hostname) {
    if (!up) {
      return new Lookup.Failed(WicedResult.NOTUP);
    }
    if (Ipv4Address.isAddress(hostname)) {
      return new Lookup.Found(Ipv4Address.parse(hostname));
    }
    Ipv4Address address =
        sdk.board().description().network().hosts().get(hostname.toLowerCase(Locale.ROOT));
    if (address == null) {
      sdk.diagnose(
          "unknown-host",
          "no host '%s' on the virtual LAN: its hosts are listed in the board file"
              .formatted(hostname));
      return new Lookup.Failed(WicedResult.ERROR);
    }
    return new Lookup.Found(address);
  }

  LanAccess access() {
    return access;
  }

  /// What a name look-up gave.
  public sealed interface Lookup {
    /// The SDK's result code.
    WicedResult result();

    /// The host has this address.
    record Found(Ipv4Address address) implements Lookup {
      @Override
      public WicedResult result() {
        return WicedResult.SUCCESS;
      }
    }

    /// No address: NOTUP without a network, ERROR for a name that does not resolve.
    record Failed(WicedResult result) implements Lookup {}
  }
}
