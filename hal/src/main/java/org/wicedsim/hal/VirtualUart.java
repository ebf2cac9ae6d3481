package org.wicedsim.hal;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.OptionalInt;

/// The console's UART of a virtual board: what is typed waits in the receive buffer.
final class VirtualUart implements Uart {
  private final Clock clock;
  private final EventStream events;
  private final ArrayDeque<Integer> received = new ArrayDeque<>(RECEIVE_BUFFER_OCTETS);

  VirtualUart(Clock clock, EventStream events) {
    this.clock = clock;
    this.events = events;
  }

  @Override
  public void transmit(Octets octets) {
    if (events.isObserved()) {
      events.publish(new HalEvent.UartSent(octets));
    }
  }

  @Override
  public OptionalInt receive(Duration timeout) throws InterruptedException {
    long deadline = clock.nanos() + timeout.toNanos();
    Clock.Timer timer = clock.schedule(timeout, this::wake);
    try {
      synchronized (this) {
        while (received.isEmpty()) {
          if (clock.nanos() - deadline >= 0) {
            return OptionalInt.empty();
          }
          wait();
        }
        return OptionalInt.of(received.remove());
      }
    } finally {
      timer.cancel();
    }
  }

  void type(Octets octets) {
    if (events.isObserved()) {
      events.publish(new HalEvent.UartTyped(octets));
    }
    int lost = 0;
    synchronized (this) {
      for (int i = 0; i < octets.length(); i++) {
        if (received.size() < RECEIVE_BUFFER_OCTETS) {
          received.add(octets.at(i));
        } else {
          lost++;
        }
      }
      notifyAll();
    }
    if (lost > 0 && events.isObserved()) {
      events.publish(new HalEvent.UartOverrun(lost));
    }
  }

  private synchronized void wake() {
    notifyAll();
  }
}
