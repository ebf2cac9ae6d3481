package org.wicedsim.cli.terminal;

import java.util.List;
import org.wicedsim.hal.BoardDescription;
import org.wicedsim.hal.EventStream;
import org.wicedsim.hal.Ipv4Address;
import org.wicedsim.hal.Levers;

/// What the terminal board is told about the board that it shows.
///
/// @param board its name, MAC address, buttons and LEDs
/// @param address the board's address on the virtual LAN (SPEC 2.6)
/// @param lan the number of the virtual LAN, 1 to 254
/// @param title what else a user should see at a glance, such as `class server: embedded, plain
///   27708, TLS 40508`; may be empty
/// @param levers the hands and eyes of the board; called on the thread that runs the terminal board
/// @param events what happens on the board
/// @param color false draws without colours, as NO_COLOR asks for
public record TerminalSession(
    BoardDescription board,
    Ipv4Address address,
    int lan,
    List<String> title,
    Levers levers,
    EventStream events,
    boolean color) {
  public TerminalSession {
    title = List.copyOf(title);
  }
}
