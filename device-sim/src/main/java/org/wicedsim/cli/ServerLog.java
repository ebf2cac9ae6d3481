package org.wicedsim.cli;

import java.io.PrintWriter;
import java.net.InetSocketAddress;
import org.wicedsim.wiced.VirtualLan;
import org.wicedsim.wwepserver.Peer;
import org.wicedsim.wwepserver.ServerEvent;
import org.wicedsim.wwepserver.Transaction;
import org.wicedsim.wwepserver.TransactionListener;

/// What the class server prints: one line a transaction (SPEC 1.12) on standard output, everything
/// else on standard error. Peers on the LAN have their LAN addresses (SPEC 2.6).
final class ServerLog implements TransactionListener {
  private final VirtualLan lan;
  private final PrintWriter out;
  private final PrintWriter err;

  ServerLog(VirtualLan lan, PrintWriter out, PrintWriter err) {
    this.lan = lan;
    this.out = out;
    this.err = err;
  }

  @Override
  public void onTransaction(Transaction transaction) {
    out.println(
        "%d %s %s %s"
            .formatted(
                transaction.number(),
                name(transaction.peer()),
                transaction.request(),
                transaction.answer()));
    out.flush();
  }

  void onEvent(ServerEvent event) {
    String text =
        switch (event) {
          case ServerEvent.LimitReached(Peer peer, var limit) ->
              "%s: closed: %s".formatted(name(peer), limit.sentence());
          case ServerEvent.HandshakeFailed(Peer peer, Throwable cause) ->
              "%s: the TLS handshake failed: %s".formatted(name(peer), cause.getMessage());
          case ServerEvent.StoreFailed(Peer peer, var request, Throwable cause) ->
              "%s: %s was not stored: %s".formatted(name(peer), request, cause.getMessage());
          case ServerEvent.AcceptFailed(InetSocketAddress address, Throwable cause) ->
              "%s: no connection accepted: %s; raise the limit of open files (ulimit -n)"
                  .formatted(address, cause.getMessage());
          case ServerEvent.Defect(Peer peer, Throwable cause) ->
              "%s: a defect of the server: %s".formatted(name(peer), cause);
        };
    err.println("wiced-sim server: " + text);
    err.flush();
  }

  private String name(Peer peer) {
    InetSocketAddress address = peer.address();
    String host =
        lan.addressOf(address.getAddress())
            .map(Object::toString)
            .orElse(address.getAddress().getHostAddress());
    return "%s:%d %s".formatted(host, address.getPort(), peer.transport());
  }
}
