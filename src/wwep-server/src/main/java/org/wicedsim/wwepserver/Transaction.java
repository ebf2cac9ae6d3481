package org.wicedsim.wwepserver;

import org.jspecify.annotations.Nullable;
import org.wicedsim.wwep.IllegalReason;

/// One request and its answer (SPEC 1.12).
///
/// @param number 1 for the server's first transaction, then one more each time
/// @param peer who asked, and how
/// @param request the octets received, printable: see [org.wicedsim.wwep.WireText]. In one-shot
///   mode a line end or surplus shows; a long illegal request is cut and ends in how many octets
///   more there were
/// @param answer `A` and its numbers, or `X`; empty where the store failed and the connection was
///   closed without an answer
/// @param illegal why the request was illegal; null where it was not
public record Transaction(
    long number, Peer peer, String request, String answer, @Nullable IllegalReason illegal) {}
