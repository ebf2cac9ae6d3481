package org.wicedsim.wicedc;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.wicedsim.wiced.Binding;
import org.wicedsim.wiced.WicedResult;

/// Answers TCP and TLS calls on structures behind which there is nothing: they were never
/// initialised, or their object was deleted.
final class Missing {
  private final Binding binding;
  private final Set<Call> told = ConcurrentHashMap.newKeySet();

  Missing(Binding binding) {
    this.binding = binding;
  }

  /// Publishes a call that fails, and tells why once for each function.
  ///
  /// @param what is missing, such as "socket"
  /// @param remedy the function that makes one
  long answer(Call call, WicedResult result, String what, String remedy) {
    tellOnce(
        call,
        "%s on a %s that does not exist: it was never made with %s, or is deleted already"
            .formatted(call.function(), what, remedy));
    return quietly(call, result);
  }

  /// Publishes a call on nothing, which is fine.
  long quietly(Call call, WicedResult result) {
    return binding.returned(call.function(), result).code();
  }

  /// Tells what is amiss with a function's calls, unless it was told before.
  void tellOnce(Call call, String message) {
    if (told.add(call)) {
      binding.diagnose("not-initialised", message);
    }
  }
}
