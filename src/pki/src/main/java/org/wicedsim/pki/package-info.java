/// Certificates and keys: make, sign, write and read them, and keep the class identity.
///
/// Everything here is a pure function of its arguments and of the files that they name; nothing
/// keeps state, so every method may be called on any thread. Bad input and files that cannot be
/// used end in a [org.wicedsim.pki.PkiException] whose message can be shown to the user as it
/// stands.
///
/// BouncyCastle makes certificates and converts the old key forms; what is only read, is read by
/// the JDK, because loading BouncyCastle costs a cold start more than all the rest.
@NullMarked
package org.wicedsim.pki;

import org.jspecify.annotations.NullMarked;
