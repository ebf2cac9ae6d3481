package org.wicedsim.wicedc;

/// Where the certificate or the private key of the DCT comes from.
///
/// @param path below `resources/`, or of the file itself, absolute; empty for none
public record SecurityFile(Place place, String path) {
  /// Who knows the file.
  public enum Place {
    /// The makefile names none.
    NONE,
    /// The board's resources: the simulator's own class certificate wins there (SPEC 2.8).
    RESOURCES,
    /// The file system of this machine.
    FILE
  }

  /// No file.
  public static final SecurityFile NONE = new SecurityFile(Place.NONE, "");

  static SecurityFile inResources(String path) {
    return new SecurityFile(Place.RESOURCES, path);
  }

  static SecurityFile inFile(String path) {
    return new SecurityFile(Place.FILE, path);
  }
}
