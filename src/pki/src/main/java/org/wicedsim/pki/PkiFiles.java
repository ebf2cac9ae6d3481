package org.wicedsim.pki;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// Reads and creates the files of this module, with the modes that they must have.
///
/// A file system without POSIX permissions (Windows, some mounts) decides about access itself;
/// there a new file gets what its folder hands down, which in a user's own folder is access for
/// that user.
final class PkiFiles {
  /// A bundle of all public root certificates has 0.2 MiB.
  private static final int MAX_OCTETS = 4 << 20;

  private static final Set<PosixFilePermission> OWNER_READ_WRITE =
      PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> OWNER_ALL =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> ALL_READ =
      PosixFilePermissions.fromString("rw-r--r--");

  private PkiFiles() {}

  /// A file's octets, one character each: what is no ASCII matters to nobody here.
  static String read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return read(in, file.toString());
    } catch (IOException e) {
      throw failure(file, "cannot be read", e);
    }
  }

  /// A stream's octets up to its end, one character each.
  static String read(InputStream in, String source) throws IOException {
    byte[] octets = in.readNBytes(MAX_OCTETS + 1);
    if (octets.length > MAX_OCTETS) {
      throw new PkiException(
          "%s is larger than %d MiB: no certificate or key is".formatted(source, MAX_OCTETS >> 20));
    }
    return new String(octets, StandardCharsets.ISO_8859_1);
  }

  static void createPrivate(Path file, String text) {
    createPrivate(file, file, text.getBytes(StandardCharsets.US_ASCII));
  }

  static void createPublic(Path file, String text) {
    createPublic(file, file, text.getBytes(StandardCharsets.US_ASCII));
  }

  /// @param shown the file's name in messages
  static void createPrivate(Path file, Path shown, byte[] octets) {
    create(file, shown, octets, OWNER_READ_WRITE);
  }

  /// @param shown the file's name in messages
  static void createPublic(Path file, Path shown, byte[] octets) {
    create(file, shown, octets, ALL_READ);
    try {
      // The process's umask took its share at creation.
      if (hasModes(file)) {
        Files.setPosixFilePermissions(file, ALL_READ);
      }
    } catch (IOException e) {
      throw failure(shown, "cannot be made readable for all", e);
    }
  }

  /// Creates a folder and what lacks above it, each for its owner alone.
  static void createFolders(Path folder) {
    try {
      Files.createDirectories(folder, mode(folder, OWNER_ALL));
    } catch (IOException e) {
      throw failure(folder, "cannot be created", e);
    }
  }

  /// Creates a folder with a name of its own, for its owner alone.
  static Path createTemporaryFolder(Path parent, String prefix) {
    try {
      return Files.createTempDirectory(parent, prefix, mode(parent, OWNER_ALL));
    } catch (IOException e) {
      throw failure(parent, "takes no new folder", e);
    }
  }

  /// Takes a key file away from everybody but its owner, and tells what it did where that was
  /// needed.
  ///
  /// A mode that cannot be changed is told, too, and refused to nobody: it may be the owner's
  /// intention (a group of its own), or a mount that knows no modes.
  static Optional<String> makePrivate(Path keyFile) {
    if (!hasModes(keyFile)) {
      return Optional.empty();
    }
    try {
      Set<PosixFilePermission> present = Files.getPosixFilePermissions(keyFile);
      Set<PosixFilePermission> tight = EnumSet.copyOf(OWNER_ALL);
      tight.retainAll(present);
      return tight.equals(present)
          ? Optional.empty()
          : Optional.of(
              "%s was open to others on this computer (%s) and %s"
                  .formatted(
                      keyFile, PosixFilePermissions.toString(present), tighten(keyFile, tight)));
    } catch (NoSuchFileException _) {
      // Another process has just retired the identity that was read.
      return Optional.empty();
    } catch (IOException e) {
      throw failure(keyFile, "does not tell its mode", e);
    }
  }

  private static String tighten(Path keyFile, Set<PosixFilePermission> tight) {
    String reason;
    try {
      Files.setPosixFilePermissions(keyFile, tight);
      // Some mounts take a change of mode without a word and do nothing.
      if (Files.getPosixFilePermissions(keyFile).equals(tight)) {
        return "is private now; if one of them may have copied it, delete its folder to get a new identity";
      }
      reason = "its file system keeps the mode";
    } catch (IOException e) {
      reason = reason(e);
    }
    return "still is: " + reason;
  }

  /// The message for a file operation that failed.
  static PkiException failure(Path file, String what, IOException cause) {
    return new PkiException("%s %s: %s".formatted(file, what, reason(cause)), cause);
  }

  private static void create(Path file, Path shown, byte[] octets, Set<PosixFilePermission> mode) {
    Set<StandardOpenOption> options =
        EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (FileChannel channel = FileChannel.open(file, options, mode(file, mode))) {
      ByteBuffer rest = ByteBuffer.wrap(octets);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      // A power cut after the folder got its final name must not leave empty files in it.
      channel.force(true);
    } catch (FileAlreadyExistsException e) {
      throw new PkiException(
          "%s exists already and is not overwritten: delete it or choose another name"
              .formatted(shown),
          e);
    } catch (IOException e) {
      throw failure(shown, "cannot be written", e);
    }
  }

  private static FileAttribute<?>[] mode(Path path, Set<PosixFilePermission> mode) {
    return hasModes(path)
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(mode)}
        : new FileAttribute<?>[0];
  }

  private static boolean hasModes(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private static String reason(IOException e) {
    return switch (e) {
      case NoSuchFileException _ -> "there is no such file or folder";
      case AccessDeniedException _ -> "permission denied (check its owner and mode: ls -l)";
      case FileAlreadyExistsException _ -> "something else has that name";
      case FileSystemException f when f.getReason() != null -> f.getReason();
      default -> e.getMessage() == null ? e.toString() : e.getMessage();
    };
  }
}
