package org.wicedsim.wwepserver;

/// Is told of every request that the server answered.
@FunctionalInterface
public interface TransactionListener {
  /// Called once for each transaction, when its answer is on its way to the peer.
  ///
  /// Calls come on the server's event loops, never two at once, and in the order of their numbers.
  /// They must not block: all connections wait.
  void onTransaction(Transaction transaction);
}
