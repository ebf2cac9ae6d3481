@NullMarked
package org.wicedsim.wicedc;

import org.jspecify.annotations.NullMarked;
