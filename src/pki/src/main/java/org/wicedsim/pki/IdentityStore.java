package org.wicedsim.pki;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// An identity in a folder of its own, made when it is first asked for and reused from then on
/// (SPEC 2.8).
///
/// The folder appears whole, by one rename of a finished sibling, and never changes afterwards; so
/// any number of processes may ask at the same moment, without a lock, and all end with one
/// identity:
///
/// - The rename onto a folder with files in it fails, so only the first maker wins; the others read
///   what it made.
/// - An identity that expires within 30 days makes room by a rename to a name that its own
///   fingerprint gives. That name stays taken, so an identity can be retired only once, and a
///   process that still looks at the old one cannot retire the new one.
///
/// A process that dies on the way leaves a sibling `.NAME-new-...`, which nobody reads.
public final class IdentityStore {
  /// The certificate's file in the folder.
  static final String CERTIFICATE_FILE = "wwep_cert.pem";

  /// The private key's file in the folder.
  static final String PRIVATE_KEY_FILE = "wwep_privkey.pem";

  /// What is left of an identity's time when it is replaced.
  private static final Duration RENEW_BEFORE = Duration.ofDays(30);

  /// Each round ends in success here or in another process, so more than a few mean a broken
  /// folder.
  private static final int MAX_ROUNDS = 16;

  private static final int FINGERPRINT_OCTETS = 8;

  private final Path folder;
  private final Path parent;
  private final Instant now;
  private final List<String> notes = new ArrayList<>();

  private IdentityStore(Path folder, Path parent, Instant now) {
    this.folder = folder;
    this.parent = parent;
    this.now = now;
  }

  /// The identity in a folder; made if there is none, replaced if it expires within 30 days.
  ///
  /// What is there otherwise is used as it is, whatever its names and the kind of its key. A key
  /// file open to others is made private, which the notes tell; it is not refused, because an
  /// unpacked backup looks just so.
  ///
  /// @param folder the identity's own folder; it and what lacks above it is created with mode 700
  /// @param spec what a new certificate says, self-signed
  /// @param kind the key of a new identity
  /// @param now the present time
  /// @throws PkiException if what the folder holds cannot be used, or nothing can be written;
  ///   nothing is overwritten then
  public static StoredIdentity loadOrCreate(
      Path folder, CertificateSpec spec, KeyKind kind, Instant now) {
    if (!outlives(spec.notAfter(), now)) {
      throw new PkiException(
          "An identity to keep must be valid for more than %d days, this one ends %s"
              .formatted(RENEW_BEFORE.toDays(), spec.notAfter()));
    }
    Path absolute = folder.toAbsolutePath().normalize();
    Path parent = absolute.getParent();
    if (parent == null) {
      throw new PkiException(absolute + " cannot be an identity's folder: name one below it");
    }
    return new IdentityStore(absolute, parent, now).loadOrCreate(spec, kind);
  }

  private StoredIdentity loadOrCreate(CertificateSpec spec, KeyKind kind) {
    Optional<Identity> present = load();
    if (present.isPresent() && isFresh(present.get())) {
      return stored(present.get());
    }
    PkiFiles.createFolders(parent);
    Path made = PkiFiles.createTemporaryFolder(parent, hiddenName("new-"));
    try {
      Identity identity = CertificateMaker.selfSigned(spec, kind);
      Pem.write(made.resolve(CERTIFICATE_FILE), identity.chain());
      Pem.write(made.resolve(PRIVATE_KEY_FILE), identity.privateKey());
      return install(made, identity);
    } finally {
      delete(made);
    }
  }

  private StoredIdentity install(Path made, Identity identity) {
    Optional<PkiException> failure = Optional.empty();
    for (int round = 0; round < MAX_ROUNDS; round++) {
      Optional<Identity> present = load();
      if (present.isPresent() && isFresh(present.get())) {
        return stored(present.get());
      }
      failure = present.flatMap(this::retire);
      Optional<PkiException> refused = move(made, folder);
      if (refused.isEmpty()) {
        notes.add(
            "A new identity for %s was made in %s, valid until %s"
                .formatted(
                    identity.certificate().getSubjectX500Principal().getName(),
                    folder,
                    identity.certificate().getNotAfter().toInstant()));
        return stored(identity);
      }
      failure = failure.or(() -> refused);
    }
    throw failure.orElseThrow();
  }

  /// What the folder holds, if it is there and not empty.
  ///
  /// The folder may be exchanged while its two files are read; then it is another folder
  /// afterwards, and what was read counts for nothing.
  private Optional<Identity> load() {
    for (int round = 0; round < MAX_ROUNDS; round++) {
      Optional<Object> before = folderKey();
      if (before.isEmpty()) {
        return Optional.empty();
      }
      try {
        Optional<Identity> found = read();
        if (before.equals(folderKey())) {
          return found;
        }
      } catch (PkiException e) {
        if (before.equals(folderKey())) {
          throw e;
        }
      }
    }
    throw new PkiException(folder + " is replaced again and again by something else");
  }

  private Optional<Identity> read() {
    Path certificateFile = folder.resolve(CERTIFICATE_FILE);
    Path privateKeyFile = folder.resolve(PRIVATE_KEY_FILE);
    if (!Files.exists(certificateFile) && !Files.exists(privateKeyFile)) {
      checkEmpty();
      return Optional.empty();
    }
    try {
      return Optional.of(Pem.identity(certificateFile, privateKeyFile));
    } catch (PkiException e) {
      throw new PkiException(
          "%s. Put the right file back, or delete the folder %s to get a new identity, whose certificate everybody who trusts the old one will need"
              .formatted(e.getMessage(), folder),
          e);
    }
  }

  private void checkEmpty() {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        throw new PkiException(
            "%s holds %s but neither %s nor %s: choose another folder for the identity, or empty this one"
                .formatted(folder, entry.getFileName(), CERTIFICATE_FILE, PRIVATE_KEY_FILE));
      }
    } catch (NotDirectoryException e) {
      throw new PkiException(
          "%s is a file: choose another folder for the identity".formatted(folder), e);
    } catch (IOException e) {
      throw PkiFiles.failure(folder, "cannot be read", e);
    }
  }

  /// Tells one folder of this name from the next.
  private Optional<Object> folderKey() {
    try {
      BasicFileAttributes attributes = Files.readAttributes(folder, BasicFileAttributes.class);
      return Optional.of(
          Objects.requireNonNullElse(attributes.fileKey(), attributes.creationTime()));
    } catch (NoSuchFileException _) {
      return Optional.empty();
    } catch (IOException e) {
      throw PkiFiles.failure(folder, "cannot be read", e);
    }
  }

  private Optional<PkiException> retire(Identity old) {
    Path retired = parent.resolve(hiddenName("retired-" + fingerprint(old)));
    Optional<PkiException> refused = move(folder, retired);
    if (refused.isEmpty()) {
      notes.add(
          "The identity in %s is good until %s only and is replaced; the old one is in %s. Everybody who trusts the old certificate needs the new one"
              .formatted(folder, old.certificate().getNotAfter().toInstant(), retired));
    }
    return refused;
  }

  private StoredIdentity stored(Identity identity) {
    Path privateKeyFile = folder.resolve(PRIVATE_KEY_FILE);
    PkiFiles.makePrivate(privateKeyFile).ifPresent(notes::add);
    Instant notBefore = identity.certificate().getNotBefore().toInstant();
    if (now.isBefore(notBefore)) {
      notes.add(
          "The certificate in %s is valid from %s on, and this computer's clock says %s: check the clock"
              .formatted(folder, notBefore, now));
    }
    return new StoredIdentity(identity, folder.resolve(CERTIFICATE_FILE), privateKeyFile, notes);
  }

  private boolean isFresh(Identity identity) {
    return outlives(identity.certificate().getNotAfter().toInstant(), now);
  }

  private String hiddenName(String what) {
    return ".%s-%s".formatted(folder.getFileName(), what);
  }

  private static boolean outlives(Instant notAfter, Instant now) {
    return notAfter.isAfter(now.plus(RENEW_BEFORE));
  }

  private static Optional<PkiException> move(Path from, Path to) {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(PkiFiles.failure(from, "cannot be renamed to " + to, e));
    }
  }

  private static String fingerprint(Identity identity) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(identity.certificate().getEncoded());
      return HexFormat.of().formatHex(digest, 0, FINGERPRINT_OCTETS);
    } catch (GeneralSecurityException e) {
      throw new PkiException("This Java has no SHA-256: " + e.getMessage(), e);
    }
  }

  /// What cannot be deleted stays: a name of its own that nobody reads.
  private static void delete(Path made) {
    try {
      Files.deleteIfExists(made.resolve(CERTIFICATE_FILE));
      Files.deleteIfExists(made.resolve(PRIVATE_KEY_FILE));
      Files.deleteIfExists(made);
    } catch (IOException _) {
      return;
    }
  }
}
