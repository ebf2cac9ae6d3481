package org.wicedsim.hal;

/// One read-only file of the resources file system.
///
/// @param path below `resources/`, with `/` between its parts
/// @param data the whole file, unchanged
public record Resource(String path, Octets data) {
  /// At most `maxOctets` octets from `offset`: what is left behind the offset if that is less.
  ///
  /// @param offset from 0 to the file's size
  /// @throws IndexOutOfBoundsException when the offset lies behind the end
  public Octets read(int offset, int maxOctets) {
    if (offset < 0 || offset > data.length()) {
      throw new IndexOutOfBoundsException(
          "offset %d of %s, which has %d octets".formatted(offset, path, data.length()));
    }
    int length = Math.min(Math.max(0, maxOctets), data.length() - offset);
    return data.slice(offset, length);
  }
}
