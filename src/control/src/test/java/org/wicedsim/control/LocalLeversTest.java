package org.wicedsim.control;

import org.wicedsim.hal.VirtualBoard;

class LocalLeversTest extends LeversContract {
  @Override
  Rig start() throws Exception {
    VirtualBoard board = SetupJsonTest.setup(null).newBoard(_ -> {});
    return new Rig(board.levers(), board.events(), board.clock(), board, board::close);
  }
}
