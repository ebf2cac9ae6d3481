@NullMarked
package org.wicedsim.cli.mitm;

import org.jspecify.annotations.NullMarked;
