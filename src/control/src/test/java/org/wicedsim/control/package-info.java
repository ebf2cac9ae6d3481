@NullMarked
package org.wicedsim.control;

import org.jspecify.annotations.NullMarked;
