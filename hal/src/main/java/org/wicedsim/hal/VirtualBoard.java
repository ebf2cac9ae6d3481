package org.wicedsim.hal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A board that lives in memory: its buttons and LEDs are wired as its description says, and
/// [#levers()] are its hands and eyes.
public final class VirtualBoard implements Board {
  private final BoardDescription description;
  private final Clock clock;
  private final EventStream events;
  private final Resources resources;
  private final Dct dct;
  private final Map<Integer, VirtualPin> pins = new HashMap<>();
  private final List<VirtualButton> buttons = new ArrayList<>();
  private final VirtualUart uart;
  private final Map<I2cPlace, I2cDevice> i2c = new HashMap<>();
  private boolean powered = true;

  private record I2cPlace(int bus, int address) {}

  /// A board that was just switched on: buttons are released, LEDs as the description says. What
  /// its firmware writes to the DCT is forgotten with it.
  public VirtualBoard(BoardDescription description, Resources resources, Clock clock) {
    this(description, resources, clock, Dct.inMemory(description));
  }

  /// A board that was just switched on, with what an earlier one kept in its DCT.
  public VirtualBoard(BoardDescription description, Resources resources, Clock clock, Dct dct) {
    this.dct = dct;
    this.description = description;
    this.clock = clock;
    this.resources = resources;
    events = new EventStream(clock);
    uart = new VirtualUart(clock, events);
    for (Peripherals.RegisterDevice device : description.peripherals().i2c()) {
      i2c.put(
          new I2cPlace(device.bus(), device.address()), new VirtualI2cDevice(device.registers()));
    }
    int number = 0;
    for (BoardDescription.Button button : description.buttons()) {
      VirtualPin pin =
          new VirtualPin(
              button.pin(), button.pressed().inverted(), button.debounce(), clock, events);
      pins.put(button.pin(), pin);
      pin.configure(
          button.pressed() == Level.LOW ? PinMode.INPUT_PULL_UP : PinMode.INPUT_PULL_DOWN);
      buttons.add(new VirtualButton(++number, button, pin, clock, events));
    }
    number = 0;
    for (BoardDescription.Led led : description.leds()) {
      VirtualPin pin =
          new VirtualPin(led.pin(), led.lit().inverted(), Duration.ZERO, clock, events);
      pins.put(led.pin(), pin);
      pin.configure(PinMode.OUTPUT_PUSH_PULL);
      pin.write(led.boot());
      pin.connect(new VirtualLed(++number, led, events));
    }
  }

  /// The hands and eyes of this board.
  public Levers levers() {
    return new VirtualLevers();
  }

  @Override
  public BoardDescription description() {
    return description;
  }

  @Override
  public MacAddress macAddress() {
    return description.mac();
  }

  @Override
  public DigitalPin pin(int number) {
    if (number < 1 || number > BoardDescription.PINS) {
      throw new PinException(
          PinException.Kind.NO_SUCH_PIN,
          "the board has no pin %d: it has pins 1 to %d".formatted(number, BoardDescription.PINS));
    }
    return line(number);
  }

  @Override
  public Optional<PwmOutput> pwm(int output) {
    return Optional.ofNullable(description.peripherals().pwmPins().get(output))
        .map(pin -> new VirtualPwm(line(pin)));
  }

  @Override
  public Optional<I2cDevice> i2c(int bus, int address) {
    return Optional.ofNullable(i2c.get(new I2cPlace(bus, address)));
  }

  @Override
  public Uart uart() {
    return uart;
  }

  @Override
  public Dct dct() {
    return dct;
  }

  @Override
  public Resources resources() {
    return resources;
  }

  @Override
  public Clock clock() {
    return clock;
  }

  @Override
  public EventStream events() {
    return events;
  }

  @Override
  public void close() {
    buttons.forEach(VirtualButton::powerOff);
    synchronized (pins) {
      powered = false;
      pins.values().forEach(VirtualPin::powerOff);
    }
    uart.powerOff();
  }

  private VirtualPin line(int number) {
    synchronized (pins) {
      return pins.computeIfAbsent(number, this::freePin);
    }
  }

  private VirtualPin freePin(int number) {
    VirtualPin pin = new VirtualPin(number, null, Duration.ZERO, clock, events);
    if (!powered) {
      pin.powerOff();
    }
    return pin;
  }

  private final class VirtualLevers implements Levers {
    @Override
    public void press(int button) {
      button(button).press();
    }

    @Override
    public void release(int button) {
      button(button).release();
    }

    @Override
    public void tap(int button, Duration hold) {
      button(button).tap(hold);
    }

    @Override
    public boolean isPressed(int button) {
      return button(button).isPressed();
    }

    @Override
    public boolean isLit(int led) {
      BoardDescription.Led wiring = description.led(led);
      return line(wiring.pin()).share(wiring.lit()) > 0;
    }

    @Override
    public void type(Octets octets) {
      uart.type(octets);
    }

    private VirtualButton button(int number) {
      description.button(number);
      return buttons.get(number - 1);
    }
  }
}
