package org.wicedsim.cli;

import org.wicedsim.hal.MacAddress;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads a MAC address.
final class MacAddressConverter implements ITypeConverter<MacAddress> {
  @Override
  public MacAddress convert(String text) {
    try {
      return MacAddress.parse(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
