/// What tests of boards need: a LAN of their own, boards with a log of their events, and scripted
/// peers.
@NullMarked
package org.wicedsim.wiced.testing;

import org.jspecify.annotations.NullMarked;
