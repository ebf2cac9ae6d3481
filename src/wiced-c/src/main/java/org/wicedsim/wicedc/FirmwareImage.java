package org.wicedsim.wicedc;

import java.nio.file.Path;
import java.util.List;
import org.wicedsim.hal.BoardDescription.PacketPools;

/// A built C firmware: all that a board process needs to know to run it. Only strings, numbers,
/// paths, lists and records of these, so that it travels as JSON.
///
/// @param name what the makefile calls it; of a single file, the file's name without its ending
/// @param folder of the application's sources, absolute: where its resources are looked for
/// @param library the shared object
/// @param lines its line table, see [SourceLines#read(Path)]
/// @param resources paths below `resources/`, in the order of the symbol `sim_resources`
/// @param certificate for the security section of the DCT
/// @param privateKey for the security section of the DCT
/// @param packetPools the application's own sizes, or else the board's
/// @param stackOctets what the application's first thread asks for
/// @param stdio false when the application was built with WICED_DISABLE_STDIO
/// @param listens whether it may be a TCP server: it calls a function that listens
/// @param sanitized whether the sanitizers of the compiler watch it
/// @param preload libraries that must be in the process before anything else; of the sanitizers
public record FirmwareImage(
    String name,
    Path folder,
    Path library,
    Path lines,
    List<String> resources,
    SecurityFile certificate,
    SecurityFile privateKey,
    PacketPools packetPools,
    int stackOctets,
    boolean stdio,
    boolean listens,
    boolean sanitized,
    List<Path> preload) {
  /// What the SDK gives the thread of `application_start`.
  public static final int DEFAULT_STACK_OCTETS = 6144;

  public FirmwareImage {
    resources = List.copyOf(resources);
    preload = List.copyOf(preload);
  }
}
