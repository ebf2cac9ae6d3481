package org.wicedsim.cli.view;

import java.io.PrintWriter;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.wicedsim.hal.EventStream;

/// Prints every event of a board on a thread of its own, in order. When whoever reads the output is
/// slower than the board for long, the board waits: no event is lost.
public final class EventPrinter implements EventStream.Subscriber, AutoCloseable {
  /// How many events may wait to be printed.
  static final int MAX_WAITING = 8_192;

  /// Turns an event into output.
  @FunctionalInterface
  public interface Format {
    /// Prints what the event says, if it says anything in this format; called on one thread.
    void print(EventStream.Stamped event, PrintWriter out);
  }

  private sealed interface Item {
    record Print(EventStream.Stamped event) implements Item {}

    record End() implements Item {}
  }

  private final BlockingQueue<Item> waiting = new ArrayBlockingQueue<>(MAX_WAITING);
  private final Format format;
  private final PrintWriter out;
  private final Thread thread;

  public EventPrinter(Format format, PrintWriter out) {
    this.format = format;
    this.out = out;
    thread = Thread.ofPlatform().daemon().name("event-printer").start(this::printAll);
  }

  @Override
  public void onEvent(EventStream.Stamped event) {
    offer(new Item.Print(event));
  }

  /// Prints what is waiting, and ends.
  @Override
  public void close() {
    offer(new Item.End());
    try {
      thread.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// Threads of the firmware are interrupted when their board is switched off: what they published
  /// last is printed all the same.
  private void offer(Item item) {
    boolean interrupted = false;
    while (true) {
      try {
        waiting.put(item);
        break;
      } catch (InterruptedException _) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void printAll() {
    try {
      while (waiting.take() instanceof Item.Print(EventStream.Stamped event)) {
        format.print(event, out);
        if (waiting.isEmpty()) {
          out.flush();
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    out.flush();
  }
}
