package org.wicedsim.wicedc;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An application as its makefile describes it. All paths are absolute.
///
/// @param folder of the makefile, or of the only source
/// @param sources in the order of the makefile
/// @param includes folders that the application's headers lie in
/// @param globalDefines as the compiler has them behind -D; for the SDK's sources too
/// @param defines for the application's sources alone
/// @param flags further flags of the compiler
/// @param resources paths below `resources/`
/// @param wifiHeader fills the Wi-Fi section of the DCT; null when there is none
/// @param dctSource defines the application's section of the DCT; null when there is none
record Application(
    String name,
    Path folder,
    List<Path> sources,
    List<Path> includes,
    List<String> globalDefines,
    List<String> defines,
    List<String> flags,
    List<String> resources,
    SecurityFile certificate,
    SecurityFile privateKey,
    @Nullable Path wifiHeader,
    @Nullable Path dctSource) {
  Application {
    sources = List.copyOf(sources);
    includes = List.copyOf(includes);
    globalDefines = List.copyOf(globalDefines);
    defines = List.copyOf(defines);
    flags = List.copyOf(flags);
    resources = List.copyOf(resources);
  }

  /// The value of a global definition; that of one without value is 1, as for the compiler.
  Optional<String> globalDefine(String name) {
    return globalDefines.stream()
        .map(define -> define.split("=", 2))
        .filter(define -> define[0].equals(name))
        .map(define -> define.length == 2 ? define[1] : "1")
        .reduce((_, last) -> last);
  }

  /// All sources that are the application's own.
  List<Path> allSources() {
    return dctSource == null
        ? sources
        : Stream.concat(sources.stream(), Stream.of(dctSource)).distinct().toList();
  }
}
