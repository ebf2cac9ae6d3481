package org.wicedsim.wicedc;

import java.util.List;

/// The numbers of the functions that C and Java agree on.
final class Calls {
  /// A function's number is its group's place here, and its place in the group.
  private static final List<List<? extends Call>> GROUPS =
      List.of(
          List.of(SystemCall.values()),
          List.of(RtosCall.values()),
          List.of(PlatformCall.values()),
          List.of(NetworkCall.values()),
          List.of(StorageCall.values()),
          List.of(TcpCall.values()),
          List.of(TlsCall.values()));

  private static final int GROUP_SHIFT = 8;
  private static final int PLACE_MASK = 0xFF;

  private Calls() {}

  /// The C header that gives every function its number, such as `SIM_WICED_TCP_CONNECT`.
  static String header() {
    StringBuilder text = new StringBuilder("/* Generated: the functions that Java answers. */\n");
    text.append("#pragma once\n");
    for (List<? extends Call> group : GROUPS) {
      for (Call call : group) {
        text.append("#define SIM_%s %d\n".formatted(call.name(), number(call)));
      }
    }
    return text.toString();
  }

  /// The function with this number.
  static Call of(int number) {
    return GROUPS.get(number >> GROUP_SHIFT).get(number & PLACE_MASK);
  }

  private static int number(Call call) {
    for (int group = 0; group < GROUPS.size(); group++) {
      if (GROUPS.get(group).contains(call)) {
        return group << GROUP_SHIFT | call.ordinal();
      }
    }
    throw new IllegalArgumentException(call + " is in no group");
  }
}
