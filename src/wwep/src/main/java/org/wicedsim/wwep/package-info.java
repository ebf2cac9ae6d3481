/// WWEP, the WICED Wi-Fi Example Protocol (SPEC 1): messages, parsing and the register file.
/// Nothing here knows about sockets or threads.
@NullMarked
package org.wicedsim.wwep;

import org.jspecify.annotations.NullMarked;
