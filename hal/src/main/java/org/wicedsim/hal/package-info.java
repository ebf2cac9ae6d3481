/// What a board is: pins, buttons, LEDs, UART, MAC address, clock, certificates and events.
/// Firmware sees [Board]; only the outside sees [Levers].
@NullMarked
package org.wicedsim.hal;

import org.jspecify.annotations.NullMarked;
