package org.wicedsim.wicedc;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.wicedsim.hal.BoardDescription;
import org.wicedsim.hal.Dct;
import org.wicedsim.hal.DctException;
import org.wicedsim.hal.DctSection;

/// Downloads a firmware onto a board: the sections of the DCT that it brings take the place of what
/// was written there, as on the board. When the board is only switched on again, with the same
/// firmware, what was written stays (SPEC 2.3).
///
/// What was downloaded last is remembered beside the DCT's file, by its digest.
final class Download {
  private static final String SUFFIX = ".downloaded";

  private final Path file;

  /// @param dct the file of the board's DCT
  Download(Path dct) {
    file = dct.resolveSibling(dct.getFileName() + SUFFIX);
  }

  /// The sections that a firmware brings with its makefile.
  static Set<DctSection> sections(FirmwareImage image, boolean wifi, boolean application) {
    Set<DctSection> sections = EnumSet.noneOf(DctSection.class);
    if (!image.certificate().equals(SecurityFile.NONE)
        || !image.privateKey().equals(SecurityFile.NONE)) {
      sections.add(DctSection.SECURITY);
    }
    if (wifi) {
      sections.add(DctSection.WIFI_CONFIG);
    }
    if (application) {
      sections.add(DctSection.APP);
    }
    return sections;
  }

  /// Makes the firmware's sections count, unless they were downloaded last.
  ///
  /// @param board with the firmware's content of its DCT
  /// @param brought see [#sections]
  /// @param notes is told what was lost
  /// @throws DctException when it cannot be stored
  void onto(BoardDescription board, Set<DctSection> brought, Dct dct, Consumer<String> notes) {
    try {
      Map<DctSection, String> last = read();
      Map<DctSection, String> now = new EnumMap<>(DctSection.class);
      now.putAll(last);
      Dct fresh = Dct.inMemory(board);
      brought.forEach(section -> now.put(section, digest(fresh, section)));
      if (now.equals(last)) {
        return;
      }
      Set<DctSection> lost = EnumSet.noneOf(DctSection.class);
      for (DctSection section : brought) {
        if (!Objects.equals(now.get(section), last.get(section))
            && dct.written().contains(section)) {
          lost.add(section);
        }
      }
      if (!lost.isEmpty()) {
        dct.reset(lost);
        notes.accept(
            "dct: the firmware was downloaded, and its %s took the place of what was written"
                .formatted(lost));
      }
      write(now);
    } catch (IOException e) {
      throw new DctException(file + " cannot be used: " + e.getMessage(), e);
    }
  }

  private static String digest(Dct dct, DctSection section) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(dct.read(section, 0, section.octets()).toBytes()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /// A line that makes no sense is one that is not there: the section is downloaded again.
  private Map<DctSection, String> read() throws IOException {
    Map<DctSection, String> digests = new EnumMap<>(DctSection.class);
    try {
      for (String line : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
        String[] words = line.split(" ", -1);
        for (DctSection section : DctSection.values()) {
          if (words.length == 2 && section.name().equals(words[0])) {
            digests.put(section, words[1]);
          }
        }
      }
    } catch (NoSuchFileException _) {
      // Nothing was ever downloaded.
    }
    return digests;
  }

  private void write(Map<DctSection, String> digests) throws IOException {
    StringBuilder text = new StringBuilder();
    digests.forEach(
        (section, digest) -> text.append(section).append(' ').append(digest).append('\n'));
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Path made = Files.createTempFile(folder, file.getFileName().toString(), "");
    Files.writeString(made, text);
    Files.move(made, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
