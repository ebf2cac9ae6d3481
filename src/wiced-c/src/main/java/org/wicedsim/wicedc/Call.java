package org.wicedsim.wicedc;

import java.util.Locale;

/// A function that C firmware calls and that Java answers. Each group of functions is an enum whose
/// constants bear the C names in upper case, and has a class that answers them.
///
/// The C side of a function packs its arguments into [Slots] and hands them over with the number of
/// the function, which it knows by the header that [Calls#header()] writes: this is the only list.
sealed interface Call
    permits SystemCall, RtosCall, PlatformCall, NetworkCall, StorageCall, TcpCall, TlsCall {
  /// The C name in upper case.
  String name();

  /// The place in its group.
  int ordinal();

  /// The name of the function in C.
  default String function() {
    return name().toLowerCase(Locale.ROOT);
  }
}
