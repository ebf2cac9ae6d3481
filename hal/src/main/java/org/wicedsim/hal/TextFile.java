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
    return decode(octets(file, MAX_OCTETS));
  }

  /// The octets of `file`, whatever they are.
  ///
  /// @throws IOException with a message that goes on after the file's name: `is a folder`
  static byte[] octets(Path file, int maxOctets) throws IOException {
    if (Files.isDirectory(file)) {
      throw new IOException("is a folder");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return octets(in, maxOctets);
    } catch (NoSuchFileException e) {
      throw new IOException("does not exist", e);
    } catch (FileSystemException e) {
      throw new IOException(
          "cannot be read: " + Objects.requireNonNullElse(e.getReason(), "permission denied"), e);
    }
  }

  /// The text that `in` holds, see [#read(Path)].
  static String read(InputStream in) throws IOException {
    return decode(octets(in, MAX_OCTETS));
  }

  private static byte[] octets(InputStream in, int maxOctets) throws IOException {
    byte[] octets = in.readNBytes(maxOctets + 1);
    if (octets.length > maxOctets) {
      throw new IOException("is larger than %d octets".formatted(maxOctets));
    }
    return octets;
  }

  /// The text of these octets, see [#read(Path)].
  static String decode(byte[] octets) throws IOException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
    } catch (CharacterCodingException e) {
      throw new IOException("is not UTF-8 text", e);
    }
  }
}
