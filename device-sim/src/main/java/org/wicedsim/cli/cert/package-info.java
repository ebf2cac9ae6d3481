/// The commands `wiced-sim cert`: the chapter's work with openssl and a browser, without either
/// (SPEC 5.1).
@NullMarked
package org.wicedsim.cli.cert;

import org.jspecify.annotations.NullMarked;
