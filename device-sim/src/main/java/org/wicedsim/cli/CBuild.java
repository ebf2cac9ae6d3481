package org.wicedsim.cli;

import java.io.PrintWriter;
import org.wicedsim.hal.BoardDescription;

/// How C firmware is built and started.
///
/// @param board that it is built for
/// @param sanitize whether the compiler's sanitizers watch it
/// @param debugger whether it waits for gdb
/// @param notes where notes and the compiler's warnings go
record CBuild(BoardDescription board, boolean sanitize, boolean debugger, PrintWriter notes) {}
