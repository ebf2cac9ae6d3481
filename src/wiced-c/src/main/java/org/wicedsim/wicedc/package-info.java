/// C firmware on a board: its headers, makefiles, compiling, loading and running.
@NullMarked
package org.wicedsim.wicedc;

import org.jspecify.annotations.NullMarked;
