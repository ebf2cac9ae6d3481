/// Certificates and keys: make, sign, write and read them.
@NullMarked
package org.wicedsim.pki;

import org.jspecify.annotations.NullMarked;
