package org.wicedsim.control;

import java.util.List;
import org.wicedsim.hal.EventStream;
import org.wicedsim.hal.Levers;
import org.wicedsim.hal.VirtualBoard;
import org.wicedsim.wiced.Leak;

/// A board without firmware, as its process would host it.
final class FakeBoard implements HostedBoard {
  static final Leak LEAK =
      new Leak("leaked-socket", "socket", 2, "wiced_tcp_create_socket", "app.c:43", "delete");

  final VirtualBoard board;
  private final Runnable firmware;

  FakeBoard(VirtualBoard board, Runnable firmware) {
    this.board = board;
    this.firmware = firmware;
  }

  @Override
  public Levers levers() {
    return board.levers();
  }

  @Override
  public EventStream events() {
    return board.events();
  }

  @Override
  public void switchOn() {
    firmware.run();
  }

  @Override
  public List<Leak> leaks() {
    return List.of(LEAK);
  }

  @Override
  public void switchOff() {
    board.close();
  }
}
