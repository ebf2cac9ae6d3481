/// The class server (SPEC 1.7 to 1.9): WWEP over TCP and TLS on Netty.
@NullMarked
package org.wicedsim.wwepserver;

import org.jspecify.annotations.NullMarked;
