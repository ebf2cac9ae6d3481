package org.wicedsim.pki;

import java.nio.file.Path;
import java.util.List;

/// An identity that an [IdentityStore] keeps.
///
/// @param identity the key and its certificate
/// @param certificateFile the certificate as PEM: what those who shall trust it need
/// @param privateKeyFile the key as PEM, mode 600
/// @param notes whole sentences for the user: made, replaced, a mode repaired; empty when all was
///   well
public record StoredIdentity(
    Identity identity, Path certificateFile, Path privateKeyFile, List<String> notes) {
  /// Copies the notes.
  public StoredIdentity {
    notes = List.copyOf(notes);
  }
}
