package org.wicedsim.control;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.wicedsim.hal.Clock;
import org.wicedsim.hal.Event;
import org.wicedsim.hal.EventStream;
import org.wicedsim.hal.HalEvent;
import org.wicedsim.hal.Levers;
import org.wicedsim.hal.SystemClock;
import org.wicedsim.wiced.Leak;

/// The simulator's end of the control socket: a board in another process, as if it were in this one
/// (docs/control-protocol.md).
///
/// Its events are published here with the time that they bore there, on a thread of their own. A
/// slow subscriber makes the board wait: nothing is lost. When the process has ended, its levers
/// have no effect, as on any board that is switched off.
public final class RemoteBoard implements AutoCloseable {
  /// How long a lever waits for a board process that does not answer. It pulls all the same, when
  /// the process goes on.
  public static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(2);

  private final LineSocket socket;
  private final BoardSetup setup;
  private final SystemClock clock;
  private final EventStream events;
  private final Levers levers;
  private final AtomicLong requests = new AtomicLong();
  private final Map<Long, CompletableFuture<Fields>> waiting = new ConcurrentHashMap<>();
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private final JsonText line = new JsonText();
  private volatile boolean silent;
  private long latestNanos;

  RemoteBoard(LineSocket socket, BoardSetup setup) {
    this.socket = socket;
    this.setup = setup;
    clock = new SystemClock(setup.originNanos());
    events = new EventStream(clock);
    levers = new RemoteLevers(this, setup.board());
    Thread.ofPlatform().daemon().name("board-events").start(this::hear);
  }

  /// Its hands and eyes.
  public Levers levers() {
    return levers;
  }

  /// What happens on it; subscribe before [#switchOn()] to miss nothing.
  public EventStream events() {
    return events;
  }

  /// Its time.
  public Clock clock() {
    return clock;
  }

  /// Starts its firmware. Waits as long as that takes.
  ///
  /// @throws ControlException REFUSED with the process's own words, or NO_ANSWER when it has ended
  public void switchOn() throws ControlException {
    CompletableFuture<Fields> answer = send(new Request.SwitchOn(setup));
    boolean interrupted = false;
    try {
      while (true) {
        try {
          Fields fields = answer.get();
          if (fields.has("error")) {
            throw new ControlException(ControlException.Kind.REFUSED, fields.text("error"));
          }
          return;
        } catch (InterruptedException _) {
          interrupted = true;
        }
      }
    } catch (ExecutionException e) {
      throw new ControlException(ControlException.Kind.NO_ANSWER, "the board process has ended", e);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /// What the firmware holds and does not use; nothing when the process does not answer.
  public List<Leak> leaks() {
    Optional<Fields> answer = ask(new Request.Leaks());
    try {
      return answer.isPresent() ? LeakJson.read(answer.get()) : List.of();
    } catch (ControlException e) {
      end(e);
      return List.of();
    }
  }

  /// Switches it off, and waits until that is done: its last events have been published then.
  ///
  /// @return whether the process has said so in time
  public boolean switchOff(Duration limit) {
    return ask(new Request.PowerOff(), limit).isPresent();
  }

  /// Completes when the process has closed its end and its last event was published; with an
  /// exception when it did not keep to the protocol.
  public CompletableFuture<Void> ended() {
    return ended.copy();
  }

  /// Publishes what the simulator has to say of the board, among the board's own events.
  public void publish(Event event) {
    publishAt(clock.nanos(), event);
  }

  /// Closes the socket: a board process that is still there switches its board off and ends.
  @Override
  public void close() {
    end(null);
  }

  /// Sends a request and waits for its answer. Who waited once in vain does not wait again, until
  /// something is answered.
  ///
  /// @return empty when the process has ended, refuses, or does not answer in time
  Optional<Fields> ask(Request request) {
    return ask(request, silent ? Duration.ZERO : ANSWER_TIMEOUT);
  }

  /// Waits also when the thread is interrupted meanwhile.
  private Optional<Fields> ask(Request request, Duration limit) {
    CompletableFuture<Fields> answer = send(request);
    boolean interrupted = false;
    long end = System.nanoTime() + limit.toNanos();
    try {
      while (true) {
        try {
          Fields fields = answer.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
          return fields.has("error") ? Optional.empty() : Optional.of(fields);
        } catch (InterruptedException _) {
          interrupted = true;
        }
      }
    } catch (TimeoutException _) {
      tellSilence(limit);
      return Optional.empty();
    } catch (ExecutionException _) {
      return Optional.empty();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private CompletableFuture<Fields> send(Request request) {
    CompletableFuture<Fields> answer = new CompletableFuture<>();
    long number = requests.incrementAndGet();
    waiting.put(number, answer);
    try {
      synchronized (line) {
        request.write(number, line);
        socket.send(line);
      }
    } catch (IOException e) {
      waiting.remove(number);
      answer.completeExceptionally(e);
    }
    if (ended.isDone()) {
      abandonWaiting();
    }
    return answer;
  }

  private void tellSilence(Duration limit) {
    if (!silent) {
      silent = true;
      publish(
          new HalEvent.Diagnostic(
              "board-silent",
              "the board process has not answered for %d ms: it may be stopped by a debugger, or"
                      .formatted(limit.toMillis())
                  + " the machine is too busy"));
    }
  }

  private void hear() {
    try {
      Optional<String> received = socket.receive();
      while (received.isPresent()) {
        take(Fields.of(received.get()));
        received = socket.receive();
      }
      end(null);
    } catch (IOException e) {
      end(e);
    }
  }

  private void take(Fields fields) throws ControlException {
    if (fields.has("event")) {
      EventStream.Stamped event = EventJson.read(fields);
      publishAt(event.nanos(), event.event());
      return;
    }
    silent = false;
    CompletableFuture<Fields> answer = waiting.remove(fields.number("answer"));
    if (answer == null) {
      throw ControlException.malformed("an answer to no request");
    }
    answer.complete(fields);
  }

  /// What the simulator says is a little ahead of what is still on its way from the board.
  private synchronized void publishAt(long nanos, Event event) {
    latestNanos = Math.max(latestNanos, nanos);
    events.publishAt(latestNanos, event);
  }

  private void end(@Nullable IOException cause) {
    try {
      socket.close();
    } catch (IOException _) {
      // It is of no more use.
    }
    // A process that crashed may leave half a line behind: that is an end as any other.
    if (cause instanceof ControlException broken
        && broken.kind() != ControlException.Kind.CUT_OFF) {
      ended.completeExceptionally(broken);
    } else {
      ended.complete(null);
    }
    abandonWaiting();
  }

  private void abandonWaiting() {
    for (Long number : List.copyOf(waiting.keySet())) {
      CompletableFuture<Fields> answer = waiting.remove(number);
      if (answer != null) {
        answer.completeExceptionally(new IOException("the board process has ended"));
      }
    }
  }
}
