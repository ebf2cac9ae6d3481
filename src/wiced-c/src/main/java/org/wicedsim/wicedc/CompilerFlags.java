package org.wicedsim.wicedc;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What the compiler is told, whoever asks.
final class CompilerFlags {
  /// The first line is the SDK's own for a debug build. The rest is for a shared object in a JVM,
  /// and for sources that were written when these were warnings: gcc 14 has made them errors.
  private static final List<String> COMMON =
      List.of(
          "-std=gnu11",
          "-Wall",
          "-fsigned-char",
          "-fno-common",
          "-O0",
          "-g",
          "-gdwarf-4",
          "-gz=none",
          "-fPIC",
          "-fno-omit-frame-pointer",
          "-fstack-protector-strong",
          "-Wno-error=implicit-function-declaration",
          "-Wno-error=incompatible-pointer-types",
          "-Wno-error=int-conversion",
          "-Wno-error=implicit-int");

  private static final List<String> SANITIZE = List.of("-fsanitize=address,undefined");

  /// These say something to the simulator, and nothing to the SDK's sources.
  private static final Set<String> OF_THE_IMAGE =
      Set.of(
          FirmwareFacts.RECEIVE_POOL,
          FirmwareFacts.TRANSMIT_POOL,
          FirmwareFacts.NO_STDIO,
          FirmwareFacts.STACK_SIZE);

  private CompilerFlags() {}

  /// For the sources of an application.
  static List<String> ofApplication(Application application, boolean sanitize) {
    List<String> flags = new ArrayList<>(ofGenerated(application, sanitize));
    application.defines().forEach(define -> flags.add("-D" + define));
    flags.addAll(application.flags());
    flags.add("-iquote");
    flags.add(application.folder().toString());
    application.includes().forEach(folder -> flags.add("-I" + folder));
    return flags;
  }

  /// For what is generated for an application.
  static List<String> ofGenerated(Application application, boolean sanitize) {
    List<String> flags = new ArrayList<>(COMMON);
    if (sanitize) {
      flags.addAll(SANITIZE);
    }
    application.globalDefines().forEach(define -> flags.add("-D" + define));
    return flags;
  }

  /// For the SDK's functions. They are not sanitized, since they change stacks.
  static List<String> ofSdk(Application application, boolean sanitize) {
    Stream<String> defines =
        application.globalDefines().stream()
            .filter(define -> !OF_THE_IMAGE.contains(define.split("=", 2)[0]))
            .map(define -> "-D" + define);
    return Stream.of(
            COMMON.stream(),
            Stream.of("-fvisibility=hidden"),
            sanitize ? Stream.of("-DSIM_SANITIZED") : Stream.<String>of(),
            defines)
        .flatMap(flags -> flags)
        .toList();
  }

  /// For the shared object. Only entry points are visible: a global of the application that is
  /// called `socket` must not be taken for the function of libc. Nothing is bound lazily, since
  /// binding needs more of a stack than firmware has.
  static List<String> ofLink(boolean sanitize) {
    List<String> flags =
        new ArrayList<>(
            List.of("-shared", "-Wl,--no-undefined", "-Wl,-z,now", "-Wl,-z,noexecstack"));
    if (sanitize) {
      flags.addAll(SANITIZE);
    }
    return flags;
  }

  /// What Java looks up; the hidden functions of the SDK stay hidden.
  static final String EXPORTS = "{ global: application_start; sim_*; local: *; };\n";
}
