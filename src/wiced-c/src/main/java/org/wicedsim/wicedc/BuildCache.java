package org.wicedsim.wicedc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Folders that were built before, each named by what it was built from.
///
/// A folder appears whole or not at all, and never changes after that; who comes second finds the
/// one of the first, which is equal. So several builds at once do each other no harm.
///
/// @param root made when it is needed
record BuildCache(Path root) {
  /// Of each kind of entry the newest are kept.
  static final int MAX_ENTRIES = 64;

  private static final String PART = "part-";
  private static final Duration PART_AGE = Duration.ofDays(1);

  /// Fills a folder.
  @FunctionalInterface
  interface Filler {
    void fill(Path folder) throws IOException, BuildException;
  }

  /// Where an entry is, or would be.
  Path place(String kind, String key) {
    return root.resolve(kind + "-" + key);
  }

  /// An entry that is there; that counts as a use of it.
  Optional<Path> find(String kind, String key) {
    Path entry = place(kind, key);
    if (!Files.exists(entry)) {
      return Optional.empty();
    }
    touch(entry);
    return Optional.of(entry);
  }

  /// The folder of this name, filled now when it is not there.
  Path folder(String kind, String key, Filler filler) throws IOException, BuildException {
    Optional<Path> found = find(kind, key);
    if (found.isPresent()) {
      return found.get();
    }
    Path part = part();
    try {
      filler.fill(part);
      return publish(part, kind, key);
    } finally {
      delete(part);
    }
  }

  /// A new folder to build in. What is not published is to be deleted.
  Path part() throws IOException {
    Files.createDirectories(root);
    return Files.createTempDirectory(root, PART);
  }

  /// Makes a folder an entry, unless there is one already.
  ///
  /// @return where the entry is
  Path publish(Path part, String kind, String key) throws IOException {
    Path entry = place(kind, key);
    try {
      Files.move(part, entry, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      throw new IOException("the cache %s must be in one file system".formatted(root), e);
    } catch (FileSystemException e) {
      // Which one it is when another build was faster differs between file systems.
      if (!Files.isDirectory(entry)) {
        throw e;
      }
    }
    prune(kind);
    return entry;
  }

  /// The content of an entry that is a file.
  Optional<List<String>> readLines(String kind, String key) throws IOException {
    try {
      return Optional.of(Files.readAllLines(place(kind, key)));
    } catch (NoSuchFileException _) {
      return Optional.empty();
    }
  }

  /// Replaces an entry that is a file.
  void writeLines(String kind, String key, List<String> lines) throws IOException {
    Files.createDirectories(root);
    Path part = Files.createTempFile(root, PART, "");
    Files.write(part, lines);
    Files.move(part, place(kind, key), StandardCopyOption.ATOMIC_MOVE);
    prune(kind);
  }

  /// Deletes a folder and all in it, if it is there.
  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (NoSuchFileException | UncheckedIOException _) {
      // Another build deletes it too.
    }
  }

  private void prune(String kind) throws IOException {
    List<Path> entries = entries(kind + "-");
    for (Path old : entries.subList(Math.min(MAX_ENTRIES, entries.size()), entries.size())) {
      delete(old);
    }
    Instant tooOld = Instant.now().minus(PART_AGE);
    for (Path part : entries(PART)) {
      if (lastUse(part).isBefore(tooOld)) {
        delete(part);
      }
    }
  }

  /// The newest first.
  private List<Path> entries(String prefix) throws IOException {
    Map<Path, Instant> uses = new HashMap<>();
    try (Stream<Path> files = Files.list(root)) {
      files
          .filter(file -> String.valueOf(file.getFileName()).startsWith(prefix))
          .forEach(file -> uses.put(file, lastUse(file)));
    }
    return uses.entrySet().stream()
        .sorted(Map.Entry.<Path, Instant>comparingByValue().reversed())
        .map(Map.Entry::getKey)
        .toList();
  }

  private static void touch(Path entry) {
    try {
      Files.setLastModifiedTime(entry, FileTime.from(Instant.now()));
    } catch (IOException _) {
      // It is another user's, or on its way out: it is used all the same.
    }
  }

  private static Instant lastUse(Path entry) {
    try {
      return Files.getLastModifiedTime(entry).toInstant();
    } catch (IOException _) {
      return Instant.EPOCH;
    }
  }
}
