package org.wicedsim.wicedc;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Optional;
import org.wicedsim.hal.Resource;
import org.wicedsim.hal.Resources;

/// Fills the firmware's resource symbols with what the board's resources hold when it is switched
/// on: a resource that has changed needs no new build.
final class ResourceTable {
  private ResourceTable() {}

  /// Puts every resource into the firmware's memory, with a NUL behind it: programs take texts for
  /// strings. What is not there any more is empty.
  static void fill(FirmwareImage image, Resources resources, NativeLibrary library) {
    NativeFunction fill = library.function("sim_resource_fill");
    List<String> paths = image.resources();
    for (int i = 0; i < paths.size(); i++) {
      Optional<Resource> resource = resources.find(paths.get(i));
      byte[] octets = resource.map(found -> found.data().toBytes()).orElse(new byte[0]);
      MemorySegment memory = Arena.global().allocate(octets.length + 1L);
      MemorySegment.copy(octets, 0, memory, ValueLayout.JAVA_BYTE, 0, octets.length);
      var _ = fill.call(i, memory.address(), octets.length);
    }
  }
}
