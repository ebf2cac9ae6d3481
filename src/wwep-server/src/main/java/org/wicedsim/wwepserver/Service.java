package org.wicedsim.wwepserver;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.wicedsim.wwep.ConnectionMode;

/// What all connections of one server share.
record Service(
    ConnectionMode mode,
    ServerLimits limits,
    RegisterStore store,
    @Nullable TransactionLog log,
    Consumer<ServerEvent> events) {}
