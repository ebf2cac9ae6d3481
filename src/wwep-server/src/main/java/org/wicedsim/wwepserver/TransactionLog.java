package org.wicedsim.wwepserver;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.wicedsim.wwep.IllegalReason;

/// Numbers the transactions of all event loops and hands them on one at a time.
final class TransactionLog {
  private final TransactionListener listener;
  private final Consumer<ServerEvent> events;
  private long count;

  TransactionLog(TransactionListener listener, Consumer<ServerEvent> events) {
    this.listener = listener;
    this.events = events;
  }

  synchronized void add(Peer peer, String request, String answer, @Nullable IllegalReason illegal) {
    count++;
    try {
      listener.onTransaction(new Transaction(count, peer, request, answer, illegal));
    } catch (RuntimeException e) {
      // The peer is not to blame: its connection goes on.
      events.accept(new ServerEvent.Defect(peer, e));
    }
  }
}
