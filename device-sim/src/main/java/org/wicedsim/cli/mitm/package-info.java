/// The man in the middle (SPEC 5.3): a proxy that plays the server to a client and the client to
/// the server, and shows what it reads.
///
/// [org.wicedsim.cli.mitm.ManInTheMiddle] runs on one event loop, which also calls its listener:
/// events come one at a time and in order, and a listener that blocks holds up every connection.
@NullMarked
package org.wicedsim.cli.mitm;

import org.jspecify.annotations.NullMarked;
