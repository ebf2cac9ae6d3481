/// The control protocol: a board in a process of its own, its levers and its events, as JSON lines
/// over a Unix socket.
@NullMarked
package org.wicedsim.control;

import org.jspecify.annotations.NullMarked;
