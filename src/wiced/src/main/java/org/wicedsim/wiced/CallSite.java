package org.wicedsim.wiced;

import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Where in the firmware's source a call of the SDK stands.
final class CallSite {
  /// What the firmware did not write: this package, the board below it, and the JDK.
  private static final Set<String> OWN_PACKAGES =
      Set.of(CallSite.class.getPackageName(), "org.wicedsim.hal");

  private static final StackWalker WALKER = StackWalker.getInstance();

  private static final ThreadLocal<@Nullable Supplier<String>> GIVEN = new ThreadLocal<>();

  private CallSite() {}

  /// Says where the calls that the calling thread makes from now on stand, for firmware whose lines
  /// are not on Java's stack.
  ///
  /// @param site is asked on this thread, and only when somebody wants to know; null to look at
  ///   Java's stack again
  static void calledFrom(@Nullable Supplier<String> site) {
    if (site == null) {
      GIVEN.remove();
    } else {
      GIVEN.set(site);
    }
  }

  /// The line of the firmware that called the SDK, as `File.java:line` or `file.c:line`; "an
  /// unknown line" when no line of the firmware is on the caller's stack, as in a handler that is a
  /// method of the SDK.
  static String here() {
    Supplier<String> given = GIVEN.get();
    return given == null ? onStack() : given.get();
  }

  /// Whether a class is the firmware's.
  static boolean isFirmware(String className) {
    int dot = className.lastIndexOf('.');
    String packageName = dot < 0 ? "" : className.substring(0, dot);
    return !OWN_PACKAGES.contains(packageName)
        && !packageName.startsWith("java.")
        && !packageName.startsWith("jdk.");
  }

  private static String onStack() {
    return WALKER.walk(frames ->
        frames
            .filter(frame -> isFirmware(frame.getClassName()))
            .findFirst()
            .map(frame -> "%s:%d".formatted(frame.getFileName(), frame.getLineNumber()))
            .orElse("an unknown line"));
  }
}
