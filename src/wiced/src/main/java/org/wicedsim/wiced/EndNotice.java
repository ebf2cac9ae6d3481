package org.wicedsim.wiced;

/// Tells once that a connection has ended: at once when the peer ended it, and behind the end when
/// this side did, so that whoever hears it sees the socket closed.
final class EndNotice {
  private final Runnable tell;
  private boolean closing;
  private boolean told;

  EndNotice(Runnable tell) {
    this.tell = tell;
  }

  /// This side ends the connection from now on.
  synchronized void hold() {
    closing = true;
  }

  /// This side has ended the connection.
  ///
  /// @param finished whether the peer has too
  void release(boolean finished) {
    synchronized (this) {
      closing = false;
    }
    if (finished) {
      onEnd();
    }
  }

  /// The connection has ended.
  void onEnd() {
    synchronized (this) {
      if (told || closing) {
        return;
      }
      told = true;
    }
    tell.run();
  }
}
