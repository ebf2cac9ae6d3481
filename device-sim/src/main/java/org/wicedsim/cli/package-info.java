/// The program wiced-sim: command line and terminal board.
@NullMarked
package org.wicedsim.cli;

import org.jspecify.annotations.NullMarked;
