@NullMarked
package org.wicedsim.hal;

import org.jspecify.annotations.NullMarked;
