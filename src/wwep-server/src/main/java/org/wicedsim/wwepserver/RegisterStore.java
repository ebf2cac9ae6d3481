package org.wicedsim.wwepserver;

import org.wicedsim.wwep.RegisterFile;

/// Where the server keeps its registers (SPEC 1.6).
///
/// A store answers at once, by the value it returns, or later, by [#LATER] and a [Completion]. The
/// server sends its answers in the order of the requests either way, and hands a connection's next
/// request over without waiting for the one before, up to [ServerLimits#pendingAnswers()]. For
/// requests on one register a store keeps the order in which it was called: a read sees the write
/// that was handed over before it.
///
/// The server calls from several event loops at once, and a call must never block. Numbers are in
/// range: the decoder saw to that.
///
/// A write is acknowledged by returning the value or completing with it, so only once it is stored.
/// A store that fails (it throws, or calls [Completion#fail], or is later than
/// [ServerLimits#answer()]) makes the server close the connection without an answer to that
/// request: `X` would tell the client that the register is absent or that nothing was changed, and
/// neither is known. Requests that follow on that connection are not answered either; their writes
/// may have been done.
public interface RegisterStore {
  /// The result of reading a register that was never written: it is answered with `X`.
  int ABSENT = RegisterFile.ABSENT;

  /// The result of a call whose [Completion] will bring the outcome.
  int LATER = -2;

  /// Reads a register: its value, [#ABSENT] or [#LATER].
  ///
  /// @param later to be used if and only if the result is [#LATER]
  int read(int device, int register, Completion later);

  /// Writes a register: the value written, or [#LATER].
  ///
  /// @param later to be used if and only if the result is [#LATER]
  int write(int device, int register, int value, Completion later);

  /// The outcome of one call that was answered with [#LATER].
  ///
  /// Exactly one of the methods is called, once, from any thread, perhaps before the call that
  /// handed this object over has returned. A second time throws [IllegalStateException]. When the
  /// connection or the server is closed, both do nothing.
  interface Completion {
    /// The register was read or written.
    ///
    /// @param value what it holds, 0 to 65,535; after a read also [RegisterStore#ABSENT]
    void complete(int value);

    /// The register could not be read, or nobody knows whether it was written.
    void fail(Throwable cause);
  }
}
