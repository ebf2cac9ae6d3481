/// Tests that are firmware: what stands in the SDK's own package has no line to be told.
@NullMarked
package org.wicedsim.wiced.outside;

import org.jspecify.annotations.NullMarked;
