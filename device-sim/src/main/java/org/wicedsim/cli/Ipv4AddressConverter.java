package org.wicedsim.cli;

import org.wicedsim.hal.Ipv4Address;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads an IPv4 address.
final class Ipv4AddressConverter implements ITypeConverter<Ipv4Address> {
  @Override
  public Ipv4Address convert(String text) {
    try {
      return Ipv4Address.parse(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(String.valueOf(e.getMessage()));
    }
  }
}
