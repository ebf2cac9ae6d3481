/// The terminal board: one virtual board, drawn in a terminal and played with its keys.
///
/// The screen is three pure functions over [ScreenState]: [Events#apply] folds what happened on the
/// board into it, [Keys#handle] answers a key with a new state and what to do, and [Screen#render]
/// draws it. [TerminalBoard] runs them on one thread; [TerminalScreen] is the only class that knows
/// a terminal.
@NullMarked
package org.wicedsim.cli.terminal;

import org.jspecify.annotations.NullMarked;
