package org.wicedsim.wicedc;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.nio.file.Path;
import java.util.Optional;

/// A firmware's shared object in this process: the functions of its C side (`shim/`), and what the
/// application exports. It stays until the process ends.
final class NativeLibrary implements NativeCode {
  /// The entry point of every firmware.
  private static final String APPLICATION_START = "application_start";

  private final SymbolLookup symbols;
  private final NativeFunction enter;
  private final ThreadLocal<Long> threadName =
      ThreadLocal.withInitial(() -> string(Thread.currentThread().getName()));

  private NativeLibrary(SymbolLookup symbols) {
    this.symbols = symbols;
    enter = function("sim_enter");
  }

  /// Answers the calls of the firmware.
  @FunctionalInterface
  interface Answerer {
    /// Called on the thread of the firmware that calls. Nothing may be thrown.
    ///
    /// @param function see [Calls#of(int)]
    /// @param slots the arguments
    /// @param site the address that the call returns to
    /// @param result where the result goes, 64 bits
    /// @return 0; or 1 to end the firmware's thread instead of returning to it
    int answer(int function, MemorySegment slots, long site, MemorySegment result);
  }

  /// Loads a shared object.
  ///
  /// @throws IllegalArgumentException when it cannot be loaded
  // Loading C is what this class is for.
  @SuppressWarnings("restricted")
  static NativeLibrary load(Path file) {
    NativeLibrary library =
        new NativeLibrary(SymbolLookup.libraryLookup(file.toAbsolutePath(), Arena.global()));
    NativeMemory.lookAtFirst(library.function("sim_touch"), library.function("sim_string_length"));
    return library;
  }

  /// The address of something that the object exports.
  Optional<MemorySegment> symbol(String name) {
    return symbols.find(name);
  }

  /// A function that the object exports.
  ///
  /// @throws IllegalArgumentException when there is none
  NativeFunction function(String name) {
    return new NativeFunction(exported(name));
  }

  /// Gets the C side ready for its firmware.
  ///
  /// @param stdio whether what the firmware prints goes to the console
  /// @param crashReport a file that is made now, and written when the firmware crashes
  /// @return where the object lies in memory
  long start(Answerer answerer, boolean stdio, Path crashReport) {
    return function("sim_start")
        .call(stub(answerer).address(), stdio ? 1 : 0, string(crashReport.toString()));
  }

  /// Runs `application_start` to its end.
  ///
  /// @param stackOctets what the board gives it to run on
  void run(int stackOctets) {
    MemorySegment bounds = Arena.global().allocate(ValueLayout.JAVA_LONG, 2);
    long stack =
        function("sim_stack_create")
            .call(stackOctets, bounds.address(), bounds.address() + Long.BYTES);
    callOn(stack, exported(APPLICATION_START).address(), 0);
  }

  @Override
  public long call(long function, long first, long second) {
    return enter.call(0, function, first, second, threadName.get());
  }

  @Override
  public long callOn(long stack, long function, long first) {
    return enter.call(stack, function, first, 0, threadName.get());
  }

  private static long string(String text) {
    return Arena.global().allocateFrom(text).address();
  }

  // A way from C to Java is what the firmware needs.
  @SuppressWarnings("restricted")
  private static MemorySegment stub(Answerer answerer) {
    FunctionDescriptor signature =
        FunctionDescriptor.of(
            ValueLayout.JAVA_INT,
            ValueLayout.JAVA_INT,
            ValueLayout.ADDRESS.withTargetLayout(
                MemoryLayout.sequenceLayout(Slots.MAX, ValueLayout.JAVA_LONG)),
            ValueLayout.JAVA_LONG,
            ValueLayout.ADDRESS.withTargetLayout(ValueLayout.JAVA_LONG));
    try {
      MethodHandle handle =
          MethodHandles.lookup()
              .findVirtual(Answerer.class, "answer", signature.toMethodType())
              .bindTo(answerer);
      return Linker.nativeLinker().upcallStub(handle, signature, Arena.global());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private MemorySegment exported(String name) {
    return symbol(name)
        .orElseThrow(() -> new IllegalArgumentException("the firmware exports no " + name));
  }
}
