package org.wicedsim.bench;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.wicedsim.hal.EventStream;
import org.wicedsim.wiced.SocketState;
import org.wicedsim.wiced.WicedEvent;

/// Takes the times of one press from the board's events.
final class PressRecorder implements EventStream.Subscriber {
  /// When the firmware came by what, by the board's clock.
  ///
  /// @param connecting the firmware has woken, looked up the server and bound a socket
  /// @param connected TCP's connection is there
  /// @param ready to send: `connected`, or over TLS the end of the handshake
  /// @param sent the event [WicedEvent.SegmentSent]
  record Times(long connecting, long connected, long ready, long sent) {}

  private static final String END_OF_PRESS = "wiced_tcp_delete_socket";

  private final CountDownLatch listening = new CountDownLatch(1);
  private final BlockingQueue<Times> presses = new LinkedBlockingQueue<>();
  private long connecting;
  private long connected;
  private long ready;
  private long sent;

  private final boolean showsStates;

  /// @param showsStates whether the firmware shows its state machine; otherwise a press ends when
  ///   its socket is deleted
  PressRecorder(boolean showsStates) {
    this.showsStates = showsStates;
  }

  /// Events come one at a time, so no lock is needed but the queue's.
  @Override
  public void onEvent(EventStream.Stamped stamped) {
    switch (stamped.event()) {
      case WicedEvent.SocketChanged changed -> onSocket(changed.state(), stamped.nanos());
      case WicedEvent.TlsEstablished _ -> ready = stamped.nanos();
      case WicedEvent.SegmentSent _ -> sent = stamped.nanos();
      case WicedEvent.FirmwareState state -> onState(state.state());
      case WicedEvent.SdkCall call -> onCall(call.function());
      default -> {
        // The rest takes no part in a press.
      }
    }
  }

  /// Waits until the firmware takes presses.
  void awaitBoot(long timeoutMs) throws InterruptedException {
    if (!listening.await(timeoutMs, TimeUnit.MILLISECONDS)) {
      throw new IllegalStateException("the board did not boot within %d ms".formatted(timeoutMs));
    }
    if (showsStates) {
      take(timeoutMs);
    }
  }

  /// The times of the press that ends next; the board is ready for another one then.
  Times take(long timeoutMs) throws InterruptedException {
    Times times = presses.poll(timeoutMs, TimeUnit.MILLISECONDS);
    if (times == null) {
      throw new IllegalStateException("the firmware did not end within %d ms".formatted(timeoutMs));
    }
    return times;
  }

  private void onSocket(SocketState state, long nanos) {
    if (state == SocketState.CONNECTING) {
      connecting = nanos;
    } else if (state == SocketState.CONNECTED) {
      connected = nanos;
      ready = nanos;
    }
  }

  private void onCall(String function) {
    if (function.equals(Bench.LISTENS_TO_BUTTON)) {
      listening.countDown();
    }
    if (!showsStates && function.equals(END_OF_PRESS)) {
      presses.add(new Times(connecting, connected, ready, sent));
    }
  }

  private void onState(String state) {
    if (showsStates && state.equals("Ready")) {
      presses.add(new Times(connecting, connected, ready, sent));
    }
  }
}
