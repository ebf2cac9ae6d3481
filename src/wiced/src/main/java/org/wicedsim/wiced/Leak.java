package org.wicedsim.wiced;

/// What the firmware took and never gave back.
///
/// @param code the diagnostic's, in kebab case, such as `leaked-socket`
/// @param what such as `socket`
/// @param count how many were taken by the same line
/// @param function the call that took it, such as `wiced_tcp_create_socket`
/// @param site the line of the firmware that made the call, such as `MyFirmware.java:42`
/// @param givenBackBy the call that gives it back
public record Leak(
    String code, String what, int count, String function, String site, String givenBackBy) {
  /// In one sentence, for people.
  @Override
  public String toString() {
    return "%d %s%s taken by %s at %s %s never given back: call %s"
        .formatted(
            count,
            what,
            count == 1 ? "" : "s",
            function,
            site,
            count == 1 ? "was" : "were",
            givenBackBy);
  }
}
