package org.wicedsim.hal;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A pin and the line behind it. The line follows, in this order: the pin's own driver, whatever is
/// wired to it ([#drive(Level)]), the pull resistors.
///
/// An input with a debounce takes over a new level when the line has kept it that long; everybody
/// but [#line()] sees the debounced level.
final class VirtualPin implements DigitalPin {
  /// All of the time, in percent.
  static final double WHOLE = 100;

  private final int number;
  private final @Nullable Level wiring;
  private final Duration debounce;
  private final Clock clock;
  private final EventStream events;

  private boolean powered = true;
  private @Nullable PinMode mode;
  private Level latch = Level.LOW;
  private @Nullable Level driven;
  private @Nullable Double highPercent;
  private Level settled;
  private Clock.@Nullable Timer settling;
  private long updates;
  private Set<Edge> edges = Set.of();
  private @Nullable EdgeListener listener;
  private @Nullable VirtualLed led;

  /// @param wiring the level that a pull resistor on the board gives the line, which is stronger
  ///   than the pin's own; null for a line that is wired to nothing
  VirtualPin(
      int number, @Nullable Level wiring, Duration debounce, Clock clock, EventStream events) {
    this.number = number;
    this.wiring = wiring;
    this.debounce = debounce;
    this.clock = clock;
    this.events = events;
    settled = line();
  }

  @Override
  public int number() {
    return number;
  }

  @Override
  public synchronized Optional<PinMode> mode() {
    return Optional.ofNullable(mode);
  }

  @Override
  public synchronized void configure(PinMode mode) {
    removeEdgeListener();
    if (powered) {
      this.mode = mode;
      update();
    }
  }

  @Override
  public synchronized void deconfigure() {
    removeEdgeListener();
    mode = null;
    update();
  }

  @Override
  public synchronized Level read() {
    configured();
    return settled;
  }

  @Override
  public synchronized void write(Level level) {
    if (!configured().isOutput()) {
      throw wrongDirection("is an input: it cannot be written");
    }
    latch = level;
    update();
  }

  @Override
  public synchronized void onEdge(Set<Edge> edges, EdgeListener listener) {
    if (configured().isOutput()) {
      throw wrongDirection("is an output: it has no edges to listen for");
    }
    this.edges = Set.copyOf(edges);
    this.listener = listener;
  }

  @Override
  public synchronized void removeEdgeListener() {
    edges = Set.of();
    listener = null;
  }

  /// Gives the pin back for good, when the board is switched off.
  synchronized void powerOff() {
    powered = false;
    highPercent = null;
    deconfigure();
    stopSettling();
  }

  /// Wires an LED to the line.
  synchronized void connect(VirtualLed led) {
    this.led = led;
  }

  /// Connects the line to a level, as a closed contact does.
  synchronized void drive(Level level) {
    driven = level;
    update();
  }

  /// Opens the contact.
  synchronized void letGo() {
    driven = null;
    update();
  }

  /// Lets pulses drive the line while the pin is not configured.
  ///
  /// @param percent for how much of the time it is high
  synchronized void pulse(double percent) {
    if (powered) {
      highPercent = percent;
      update();
    }
  }

  /// Ends the pulses.
  synchronized void stopPulses() {
    highPercent = null;
    update();
  }

  /// For how much of the time the line has a level, in percent.
  synchronized double share(Level level) {
    if (mode == null && highPercent != null) {
      return level == Level.HIGH ? highPercent : WHOLE - highPercent;
    }
    return line() == level ? WHOLE : 0;
  }

  /// The level of the line itself, but for pulses.
  synchronized Level line() {
    if (mode == PinMode.OUTPUT_PUSH_PULL
        || (mode != null && mode.isOutput() && latch == Level.LOW)) {
      return latch;
    }
    if (driven != null) {
      return driven;
    }
    if (wiring != null) {
      return wiring;
    }
    boolean pulledUp = mode == PinMode.INPUT_PULL_UP || mode == PinMode.OUTPUT_OPEN_DRAIN_PULL_UP;
    return pulledUp ? Level.HIGH : Level.LOW;
  }

  private void update() {
    stopSettling();
    Level line = line();
    if (line == settled) {
      shine();
      return;
    }
    if (debounce.isZero() || (mode != null && mode.isOutput())) {
      settle(line);
    } else {
      long since = updates;
      settling = clock.schedule(debounce, () -> settleIfStill(since));
    }
  }

  private void stopSettling() {
    updates++;
    if (settling != null) {
      settling.cancel();
      settling = null;
    }
  }

  /// A timer that was cancelled too late finds that the line was touched since.
  private synchronized void settleIfStill(long since) {
    if (since == updates) {
      settling = null;
      settle(line());
    }
  }

  private void settle(Level level) {
    settled = level;
    if (events.isObserved()) {
      events.publish(new HalEvent.PinEdge(number, level));
    }
    shine();
    if (listener != null && edges.contains(Edge.to(level))) {
      listener.onEdge(Edge.to(level));
    }
  }

  private void shine() {
    if (led != null) {
      led.onLine(share(led.lit()), mode == null && highPercent != null);
    }
  }

  private PinMode configured() {
    if (mode == null) {
      throw new PinException(
          PinException.Kind.NOT_CONFIGURED, "pin %d is not configured".formatted(number));
    }
    return mode;
  }

  private PinException wrongDirection(String what) {
    return new PinException(PinException.Kind.WRONG_DIRECTION, "pin %d %s".formatted(number, what));
  }
}
