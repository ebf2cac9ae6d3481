package org.wicedsim.wicedc;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Collections;

/// A C function that Java calls. Arguments and result are 64 bits wide, whatever C declares: on the
/// ABIs of x86-64 and aarch64 a narrower parameter takes its part, and arguments that a function
/// does not have do no harm. So all functions share one way to call them, which is made once.
final class NativeFunction {
  private static final int MAX_ARGUMENTS = 5;

  private static final MethodHandle CALL = makeCall();

  private final MemorySegment address;

  NativeFunction(MemorySegment address) {
    this.address = address;
  }

  /// Calls it.
  ///
  /// @return what it returned; whatever lies in the register when it returns nothing
  long call(long first, long second, long third, long fourth, long fifth) {
    try {
      return (long) CALL.invokeExact(address, first, second, third, fourth, fifth);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("functions of C throw nothing", e);
    }
  }

  long call(long first, long second, long third) {
    return call(first, second, third, 0, 0);
  }

  long call() {
    return call(0, 0, 0, 0, 0);
  }

  // Calling C is what this class is for.
  @SuppressWarnings("restricted")
  private static MethodHandle makeCall() {
    return Linker.nativeLinker()
        .downcallHandle(
            FunctionDescriptor.of(
                ValueLayout.JAVA_LONG,
                Collections.nCopies(MAX_ARGUMENTS, ValueLayout.JAVA_LONG)
                    .toArray(ValueLayout[]::new)));
  }
}
