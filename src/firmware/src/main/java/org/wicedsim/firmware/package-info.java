/// The exercises of the course as Java firmware (SPEC 4).
@NullMarked
package org.wicedsim.firmware;

import org.jspecify.annotations.NullMarked;
