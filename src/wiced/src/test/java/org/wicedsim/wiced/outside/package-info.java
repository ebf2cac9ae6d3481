/// Firmware as its author writes it: in a package of its own, on what the SDK makes public.
@NullMarked
package org.wicedsim.wiced.outside;

import org.jspecify.annotations.NullMarked;
