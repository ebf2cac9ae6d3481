package org.wicedsim.hal;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/// The console's UART of a virtual board: what is typed waits in the receive buffer.
final class VirtualUart implements Uart {
  private final Clock clock;
  private final EventStream events;
  private final ArrayDeque<Integer> received = new ArrayDeque<>(RECEIVE_BUFFER_OCTETS);
  private boolean powered = true;

  VirtualUart(Clock clock, EventStream events) {
    this.clock = clock;
    this.events = events;
  }

  @Override
  public synchronized void transmit(Octets octets) {
    if (powered && events.isObserved()) {
      events.publish(new HalEvent.UartSent(octets));
    }
  }

  @Override
  public OptionalInt receive(Duration timeout) throws InterruptedException {
    long deadline = clock.nanos() + TimeUnit.NANOSECONDS.convert(timeout);
    Clock.Timer timer = clock.schedule(timeout, this::wake);
    try {
      synchronized (this) {
        while (powered && received.isEmpty()) {
          if (clock.nanos() - deadline >= 0) {
            return OptionalInt.empty();
          }
          wait();
        }
        if (!powered) {
          throw new InterruptedException("the board was switched off");
        }
        return OptionalInt.of(received.remove());
      }
    } finally {
      timer.cancel();
    }
  }

  /// Events and buffer fill under one lock, so that both have the octets in the same order.
  synchronized void type(Octets octets) {
    if (!powered) {
      return;
    }
    if (events.isObserved()) {
      events.publish(new HalEvent.UartTyped(octets));
    }
    int taken = Math.min(octets.length(), RECEIVE_BUFFER_OCTETS - received.size());
    for (int i = 0; i < taken; i++) {
      received.add(octets.at(i));
    }
    notifyAll();
    if (taken < octets.length() && events.isObserved()) {
      events.publish(new HalEvent.UartOverrun(octets.length() - taken));
    }
  }

  synchronized void powerOff() {
    powered = false;
    notifyAll();
  }

  private synchronized void wake() {
    notifyAll();
  }
}
