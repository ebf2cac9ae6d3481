package org.wicedsim.wicedc;

import java.util.EnumSet;
import java.util.Set;
import org.wicedsim.wiced.Binding;
import org.wicedsim.wiced.WicedResult;

/// Answers TCP calls on structures behind which there is nothing: they were never initialised, or
/// their object was deleted.
final class Missing {
  private final Binding binding;
  private final Set<TcpCall> told = EnumSet.noneOf(TcpCall.class);

  Missing(Binding binding) {
    this.binding = binding;
  }

  /// Publishes a call that fails, and tells why once for each function.
  ///
  /// @param what is missing, such as "socket"
  /// @param remedy the function that makes one
  long answer(TcpCall call, WicedResult result, String what, String remedy) {
    boolean first;
    synchronized (told) {
      first = told.add(call);
    }
    if (first) {
      binding.diagnose(
          "no-such-object",
          "%s on a %s that does not exist: it was never made with %s, or is deleted already"
              .formatted(call.function(), what, remedy));
    }
    return quietly(call, result);
  }

  /// Publishes a call on nothing, which is fine.
  long quietly(TcpCall call, WicedResult result) {
    return binding.returned(call.function(), result).code();
  }
}
