package org.wicedsim.hal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;

/// Reads small text files that a user wrote: UTF-8, up to a limit.
final class TextFile {
  /// No board file, certificate or key comes near this.
  static final int MAX_OCTETS = 64 * 1024;

  private TextFile() {}

  /// The text of `file`.
  ///
  /// @throws IOException with a message that goes on after the file's name: `is a folder`
  static String read(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new IOException("is a folder");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return read(in);
    } catch (NoSuchFileException e) {
      throw new IOException("does not exist", e);
    } catch (FileSystemException e) {
      throw new IOException(
          "cannot be read: " + Objects.requireNonNullElse(e.getReason(), "permission denied"), e);
    }
  }

  /// The text that `in` holds, see [#read(Path)].
  static String read(InputStream in) throws IOException {
    byte[] octets = in.readNBytes(MAX_OCTETS + 1);
    if (octets.length > MAX_OCTETS) {
      throw new IOException("is larger than %d octets".formatted(MAX_OCTETS));
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
    } catch (CharacterCodingException e) {
      throw new IOException("is not UTF-8 text", e);
    }
  }
}
