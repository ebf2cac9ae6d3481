@NullMarked
package org.wicedsim.cli.terminal;

import org.jspecify.annotations.NullMarked;
