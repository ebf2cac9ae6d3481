package org.wicedsim.pki;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/// Files that belong together, such as a key and its certificate: all of them appear, or none.
///
/// Each is written whole beside its place first and then renamed; what goes wrong on the way undoes
/// the renames before it. A process that dies on the way leaves a `.NAME-new-...` or
/// `.NAME-old-...`, and no half file under a name that somebody reads.
public final class NewFiles {
  private final boolean replace;
  private final List<NewFile> files = new ArrayList<>();

  private static final class NewFile {
    private final Path target;
    private final byte[] octets;
    private final boolean secret;

    NewFile(Path target, byte[] octets, boolean secret) {
      this.target = target;
      this.octets = octets.clone();
      this.secret = secret;
    }
  }

  /// @param replace whether files of these names may be there already, to be replaced
  public NewFiles(boolean replace) {
    this.replace = replace;
  }

  /// Adds a file that everybody may read (mode 644).
  public NewFiles add(Path file, String text) {
    return add(file, text.getBytes(StandardCharsets.US_ASCII));
  }

  /// Adds a file that everybody may read (mode 644).
  public NewFiles add(Path file, byte[] octets) {
    files.add(new NewFile(file, octets, false));
    return this;
  }

  /// Adds a file that nobody but its owner can read at any moment (mode 600).
  public NewFiles addSecret(Path file, String text) {
    return addSecret(file, text.getBytes(StandardCharsets.US_ASCII));
  }

  /// Adds a file that nobody but its owner can read at any moment (mode 600).
  public NewFiles addSecret(Path file, byte[] octets) {
    files.add(new NewFile(file, octets, true));
    return this;
  }

  private void check() {
    List<Path> seen = new ArrayList<>();
    for (NewFile file : files) {
      Path target = file.target;
      Path absolute = target.toAbsolutePath().normalize();
      if (seen.contains(absolute)) {
        throw new PkiException(
            "%s cannot hold two things: choose two names".formatted(file.target));
      }
      seen.add(absolute);
      if (Files.isDirectory(target)) {
        throw new PkiException("%s is a folder: name a file in it".formatted(target));
      }
      if (exists(target) && !replace) {
        throw new PkiException(
            "%s exists already and is not overwritten: choose another name, or replace it with --force"
                .formatted(target));
      }
      Path folder = absolute.getParent();
      if (folder == null || !Files.isDirectory(folder)) {
        throw new PkiException(
            "%s cannot be written: there is no folder %s, create it first"
                .formatted(target, folder));
      }
    }
  }

  /// Writes all files.
  ///
  /// @throws PkiException if two files have one name, or one is there already and must stay, or is
  ///   a folder, or cannot be written; all names hold then what they held before
  public void write() {
    check();
    Deque<Runnable> undo = new ArrayDeque<>();
    List<Path> leftovers = new ArrayList<>();
    try {
      List<Path> staged = new ArrayList<>();
      for (NewFile file : files) {
        Path beside = beside(file.target, "new");
        leftovers.add(beside);
        stage(file, beside);
        staged.add(beside);
      }
      for (int i = 0; i < staged.size(); i++) {
        install(staged.get(i), files.get(i).target, undo, leftovers);
      }
    } catch (PkiException e) {
      undo.forEach(Runnable::run);
      throw e;
    } finally {
      leftovers.forEach(NewFiles::delete);
    }
  }

  private static void stage(NewFile file, Path beside) {
    if (file.secret) {
      PkiFiles.createPrivate(beside, file.target, file.octets);
    } else {
      PkiFiles.createPublic(beside, file.target, file.octets);
    }
  }

  private static void install(
      Path staged, Path target, Deque<Runnable> undo, List<Path> leftovers) {
    if (exists(target)) {
      Path old = beside(target, "old");
      move(old, target, target);
      undo.push(() -> {
        leftovers.remove(old);
        move(target, old, target);
      });
      leftovers.add(old);
    }
    move(target, staged, target);
    undo.push(() -> delete(target));
  }

  private static void move(Path to, Path from, Path shown) {
    try {
      Files.move(from, to);
    } catch (IOException e) {
      throw PkiFiles.failure(shown, "cannot be written", e);
    }
  }

  /// What cannot be deleted stays under a name that nobody reads.
  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException _) {
      return;
    }
  }

  private static boolean exists(Path file) {
    return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
  }

  private static Path beside(Path target, String what) {
    String random = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    return target.resolveSibling(".%s-%s-%s".formatted(target.getFileName(), what, random));
  }
}
