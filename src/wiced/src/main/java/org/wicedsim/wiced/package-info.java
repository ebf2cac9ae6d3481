/// The WICED SDK in Java (SPEC 3): names, arguments and result codes are WICED's.
@NullMarked
package org.wicedsim.wiced;

import org.jspecify.annotations.NullMarked;
