package org.wicedsim.hal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.wicedsim.hal.DctFormat.UnusableException;

/// Keeps a DCT in a file that only its owner can read.
///
/// A write makes a new file beside the old one, forces it to the disk, and gives it the name: a
/// power cut or a kill leaves the old file or the new one. Writers take turns by a lock beside the
/// file, which the system takes back from a process that ends.
final class DctFile implements DctStore {
  /// A writer needs a few milliseconds; whoever waits longer waits for a process that hangs.
  private static final Duration LOCK_TIMEOUT = Duration.ofSeconds(10);

  private static final Duration LOCK_RETRY = Duration.ofMillis(5);
  private static final int MAX_PUT_ASIDE = 1_000;

  /// File locks are the process's: among its threads, this one counts.
  private static final Object TURN = new Object();

  private final Path file;
  private final Path folder;
  private final Consumer<String> notes;

  DctFile(Path file, Consumer<String> notes) {
    this.file = file.toAbsolutePath();
    this.notes = notes;
    folder = Objects.requireNonNull(this.file.getParent());
  }

  @Override
  public Map<DctSection, Octets> load() {
    try {
      return DctFormat.decode(read());
    } catch (NoSuchFileException _) {
      return Map.of();
    } catch (UnusableException _) {
      // Somebody may be writing: only who has the lock may put it aside.
      return update(UnaryOperator.identity());
    } catch (IOException e) {
      throw failure("cannot be read", e);
    }
  }

  @Override
  public Map<DctSection, Octets> update(UnaryOperator<Map<DctSection, Octets>> change) {
    synchronized (TURN) {
      try {
        Files.createDirectories(folder, mode("rwx------"));
        try (FileChannel channel = open(sibling(".lock"), StandardOpenOption.CREATE);
            FileLock _ = lock(channel)) {
          Map<DctSection, Octets> before = readOrPutAside();
          Map<DctSection, Octets> after = change.apply(before);
          if (!after.equals(before)) {
            replace(after);
          }
          return after;
        }
      } catch (IOException e) {
        throw failure("cannot be written", e);
      }
    }
  }

  private Map<DctSection, Octets> readOrPutAside() throws IOException {
    try {
      return DctFormat.decode(read());
    } catch (NoSuchFileException _) {
      return Map.of();
    } catch (UnusableException e) {
      notes.accept(
          "%s %s. It was put aside as %s, and the DCT is as the board file says"
              .formatted(file, e.getMessage(), putAside().getFileName()));
      return Map.of();
    }
  }

  private Path putAside() throws IOException {
    for (int i = 1; i <= MAX_PUT_ASIDE; i++) {
      Path aside = sibling(".aside-" + i);
      if (!Files.exists(aside)) {
        Files.move(file, aside);
        syncFolder();
        return aside;
      }
    }
    throw new FileAlreadyExistsException(
        sibling(".aside-*").toString(), null, "too many files were put aside: delete them");
  }

  /// A factory-fresh table needs no file.
  private void replace(Map<DctSection, Octets> sections) throws IOException {
    if (sections.isEmpty()) {
      Files.deleteIfExists(file);
    } else {
      Path next = sibling(".next");
      Files.deleteIfExists(next);
      try (FileChannel channel = open(next, StandardOpenOption.CREATE_NEW)) {
        ByteBuffer octets = ByteBuffer.wrap(DctFormat.encode(sections));
        while (octets.hasRemaining()) {
          channel.write(octets);
        }
        channel.force(true);
      }
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
    syncFolder();
  }

  private byte[] read() throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(DctFormat.MAX_OCTETS + 1);
    }
  }

  /// The new name is on the disk only when the folder is.
  private void syncFolder() throws IOException {
    if (hasModes()) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  private FileChannel open(Path path, StandardOpenOption create) throws IOException {
    return FileChannel.open(path, Set.of(create, StandardOpenOption.WRITE), mode("rw-------"));
  }

  private static FileLock lock(FileChannel channel) throws IOException {
    long deadline = System.nanoTime() + LOCK_TIMEOUT.toNanos();
    while (System.nanoTime() < deadline) {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return lock;
      }
      try {
        Thread.sleep(LOCK_RETRY);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted", e);
      }
    }
    throw new IOException(
        "another process has held its lock for %d s: end that process"
            .formatted(LOCK_TIMEOUT.toSeconds()));
  }

  private Path sibling(String ending) {
    return file.resolveSibling(file.getFileName() + ending);
  }

  /// Where a file system knows no modes, the folder decides who can read.
  private FileAttribute<?>[] mode(String permissions) {
    return hasModes()
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  private boolean hasModes() {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private DctException failure(String what, IOException cause) {
    return new DctException("the DCT file %s %s: %s".formatted(file, what, reason(cause)), cause);
  }

  private static String reason(IOException cause) {
    return switch (cause) {
      case FileSystemException e when e.getReason() != null -> e.getReason();
      case FileAlreadyExistsException e -> "something else has the name " + e.getFile();
      case FileSystemException e -> "check owner and mode of %s: ls -l".formatted(e.getFile());
      default -> String.valueOf(cause.getMessage());
    };
  }
}
