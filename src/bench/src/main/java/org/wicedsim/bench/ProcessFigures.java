package org.wicedsim.bench;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// What this process takes of the machine at one moment. Linux alone.
///
/// @param platformThreads the JVM's own ones among them
/// @param virtualThreads that were started and have not ended
/// @param heapOctets what lives on the heap, right behind a collection
/// @param residentOctets the process's memory as `ps` shows it (RSS)
/// @param descriptors open file descriptors
record ProcessFigures(
    int platformThreads,
    long virtualThreads,
    long heapOctets,
    long residentOctets,
    long descriptors) {
  private static final String RESIDENT = "VmRSS:";
  private static final int OCTETS_PER_KB = 1_024;

  /// Collects the heap's garbage, and looks.
  static ProcessFigures now() throws IOException {
    System.gc();
    long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    long resident = resident();
    return new ProcessFigures(
        ManagementFactory.getThreadMXBean().getThreadCount(),
        countVirtualThreads(),
        heap,
        resident,
        ManagementFactory.getPlatformMXBean(UnixOperatingSystemMXBean.class)
            .getOpenFileDescriptorCount());
  }

  private static long resident() throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
      return lines
          .filter(line -> line.startsWith(RESIDENT))
          .map(line -> line.replaceAll("\\D", ""))
          .mapToLong(kilobytes -> Long.parseLong(kilobytes) * OCTETS_PER_KB)
          .findFirst()
          .orElseThrow();
    }
  }

  /// The JVM tells of virtual threads in a dump alone.
  private static long countVirtualThreads() throws IOException {
    Path folder = Files.createTempDirectory("threads");
    Path dump = folder.resolve("dump.txt");
    ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
        .dumpThreads(dump.toString(), HotSpotDiagnosticMXBean.ThreadDumpFormat.TEXT_PLAIN);
    try (Stream<String> lines = Files.lines(dump)) {
      return lines.filter(line -> line.startsWith("#") && line.contains(" virtual")).count();
    } finally {
      Files.delete(dump);
      Files.delete(folder);
    }
  }
}
