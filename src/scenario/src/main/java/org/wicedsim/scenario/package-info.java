/// The script language: parse a script, and run it against a board.
@NullMarked
package org.wicedsim.scenario;

import org.jspecify.annotations.NullMarked;
