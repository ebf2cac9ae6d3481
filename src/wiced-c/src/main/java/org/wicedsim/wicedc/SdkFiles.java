package org.wicedsim.wicedc;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// The SDK as it ships with the simulator: headers for applications, and the C side of its
/// functions.
///
/// @param identity changes when a file changes
/// @param names such as `include/wiced.h` and `shim/sim_stdio.c`, sorted
record SdkFiles(String identity, List<String> names) {
  static final String INCLUDE = "include";
  static final String SHIM = "shim";

  /// Generated: the numbers of the functions that Java answers.
  private static final String FUNCTIONS = SHIM + "/sim_functions.h";

  /// A file that is always there, and shows where all are.
  private static final String ANCHOR = SHIM + "/sim.h";

  private static final String JAR = "jar:";
  private static final String IN_JAR = "!/";

  /// Finds the files, without reading them where they lie in a jar.
  static SdkFiles find() throws IOException {
    String anchor = String.valueOf(Objects.requireNonNull(SdkFiles.class.getResource(ANCHOR)));
    List<String> names = new ArrayList<>();
    Fingerprint fingerprint = new Fingerprint();
    int inJar = anchor.indexOf(IN_JAR);
    if (anchor.startsWith(JAR) && inJar > 0) {
      String prefix = anchor.substring(inJar + IN_JAR.length(), anchor.length() - ANCHOR.length());
      Path jar = Path.of(URI.create(anchor.substring(JAR.length(), inJar)));
      listJar(jar, prefix, names, fingerprint);
    } else {
      Path shim = Objects.requireNonNull(Path.of(URI.create(anchor)).getParent());
      listFolder(Objects.requireNonNull(shim.getParent()), names, fingerprint);
    }
    fingerprint.add(Calls.header());
    return new SdkFiles(fingerprint.text(), names.stream().sorted().toList());
  }

  private static void listJar(Path jar, String prefix, List<String> names, Fingerprint fingerprint)
      throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      Enumeration<? extends ZipEntry> entries = zip.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        String name = entry.getName();
        if (name.startsWith(prefix) && isOurs(name.substring(prefix.length()))) {
          names.add(name.substring(prefix.length()));
          fingerprint.add(name + ' ' + entry.getCrc() + ' ' + entry.getSize());
        }
      }
    }
  }

  private static void listFolder(Path folder, List<String> names, Fingerprint fingerprint)
      throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = folder.relativize(file).toString();
        if (isOurs(name)) {
          names.add(name);
          fingerprint.add(name);
          fingerprint.add(Files.readAllBytes(file));
        }
      }
    }
  }

  private static boolean isOurs(String name) {
    return !name.endsWith("/") && (name.startsWith(INCLUDE + "/") || name.startsWith(SHIM + "/"));
  }

  /// The names of the C sources of the SDK's functions.
  List<String> sources() {
    return names.stream().filter(name -> name.startsWith(SHIM) && name.endsWith(".c")).toList();
  }

  /// Writes all files into a folder.
  void unpack(Path folder) throws IOException {
    for (String name : names) {
      Path file = folder.resolve(name);
      Files.createDirectories(Objects.requireNonNull(file.getParent()));
      try (InputStream in = SdkFiles.class.getResourceAsStream(name)) {
        Files.copy(Objects.requireNonNull(in, name), file);
      }
    }
    Files.writeString(folder.resolve(FUNCTIONS), Calls.header(), StandardCharsets.UTF_8);
  }
}
