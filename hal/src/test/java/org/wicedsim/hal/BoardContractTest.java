package org.wicedsim.hal;

import org.junit.jupiter.api.Nested;

/// What every implementation of [Board] must pass: a subclass names its bench, and gets all parts.
abstract class BoardContractTest {
  abstract BoardBench bench();

  @Nested
  class Buttons extends ButtonContract {
    Buttons() {
      super(bench());
    }
  }

  @Nested
  class Listeners extends EdgeListenerContract {
    Listeners() {
      super(bench());
    }
  }

  @Nested
  class Leds extends LedContract {
    Leds() {
      super(bench());
    }
  }

  @Nested
  class Pins extends PinContract {
    Pins() {
      super(bench());
    }
  }

  @Nested
  class Console extends UartContract {
    Console() {
      super(bench());
    }
  }

  @Nested
  class Events extends EventContract {
    Events() {
      super(bench());
    }
  }

  @Nested
  class Storage extends DctContract {
    Storage() {
      super(bench());
    }
  }

  @Nested
  class Whole extends WholeBoardContract {
    Whole() {
      super(bench());
    }
  }
}
