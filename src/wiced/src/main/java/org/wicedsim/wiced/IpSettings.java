package org.wicedsim.wiced;

import org.wicedsim.hal.Ipv4Address;

/// The address of an interface and what surrounds it (`wiced_ip_setting_t`).
public record IpSettings(Ipv4Address address, Ipv4Address netmask, Ipv4Address gateway) {
  /// Of an interface that is down.
  static final IpSettings NONE =
      new IpSettings(new Ipv4Address(0), new Ipv4Address(0), new Ipv4Address(0));

  private static final Ipv4Address CLASS_C = Ipv4Address.of(255, 255, 255, 0);

  /// An address in a network of 254 hosts whose gateway it is itself, as an access point is.
  public static IpSettings ofAccessPoint(Ipv4Address address) {
    return new IpSettings(address, CLASS_C, address);
  }
}
