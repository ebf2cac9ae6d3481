package org.wicedsim.wiced;

import java.util.Set;

/// Where in the firmware's source a call of the SDK stands.
final class CallSite {
  /// What the firmware did not write: this package, the board below it, and the JDK.
  private static final Set<String> OWN_PACKAGES =
      Set.of(CallSite.class.getPackageName(), "org.wicedsim.hal");

  private static final StackWalker WALKER = StackWalker.getInstance();

  private CallSite() {}

  /// The line of the firmware that called the SDK, as `File.java:line`; "an unknown line" when no
  /// line of the firmware is on the caller's stack, as in a handler that is a method of the SDK.
  static String here() {
    return WALKER.walk(frames ->
        frames
            .filter(frame -> isFirmware(frame.getClassName()))
            .findFirst()
            .map(frame -> "%s:%d".formatted(frame.getFileName(), frame.getLineNumber()))
            .orElse("an unknown line"));
  }

  private static boolean isFirmware(String className) {
    int dot = className.lastIndexOf('.');
    String packageName = dot < 0 ? "" : className.substring(0, dot);
    return !OWN_PACKAGES.contains(packageName)
        && !packageName.startsWith("java.")
        && !packageName.startsWith("jdk.");
  }
}
