package org.wicedsim.wiced;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.wicedsim.hal.Board;
import org.wicedsim.hal.Clock;
import org.wicedsim.hal.EventStream;
import org.wicedsim.hal.HalEvent;

/// What all parts of the SDK share on one board.
final class Sdk {
  private final Board board;
  private final FirmwareThreads threads;
  private final Ledger ledger = new Ledger(this);
  private final PacketPool receivePool;
  private final PacketPool transmitPool;
  private final AtomicInteger sockets = new AtomicInteger();

  /// @param nativeThreads see [Firmware#isNative()]
  Sdk(Board board, boolean nativeThreads) {
    this.board = board;
    threads = new FirmwareThreads(this, nativeThreads);
    var pools = board.description().packetPools();
    receivePool = new PacketPool(this, WicedEvent.Pool.RECEIVE, pools.receive());
    transmitPool = new PacketPool(this, WicedEvent.Pool.TRANSMIT, pools.transmit());
  }

  Board board() {
    return board;
  }

  Clock clock() {
    return board.clock();
  }

  EventStream events() {
    return board.events();
  }

  FirmwareThreads threads() {
    return threads;
  }

  /// What the firmware has to give back.
  Ledger ledger() {
    return ledger;
  }

  /// The packets that arriving segments take.
  PacketPool receivePool() {
    return receivePool;
  }

  /// The packets that the firmware fills.
  PacketPool transmitPool() {
    return transmitPool;
  }

  int nextSocket() {
    return sockets.incrementAndGet();
  }

  /// Publishes that a call has returned, and passes its result on. On a board that was switched off
  /// no call returns.
  WicedResult returned(String function, WicedResult result, Object... arguments) {
    threads.checkpoint();
    if (events().isObserved()) {
      String text = Arrays.stream(arguments).map(String::valueOf).collect(Collectors.joining(", "));
      events().publish(new WicedEvent.SdkCall(function, text, result, CallSite.here()));
    }
    return result;
  }

  /// Speaks in the simulator's voice.
  void diagnose(String code, String message) {
    if (events().isObserved()) {
      events().publish(new HalEvent.Diagnostic(code, message));
    }
  }
}
