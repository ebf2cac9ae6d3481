package org.wicedsim.pki;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One block of a PEM text (RFC 7468): its label, its octets, and the line it starts at.
final class PemBlock {
  /// Some editors begin a file with a byte order mark, which is three characters where octets are
  /// read as characters.
  private static final Pattern BEGIN =
      Pattern.compile("(?:\\uFEFF|\\u00EF\\u00BB\\u00BF)?\\s*-----BEGIN ([^-]+)-----\\s*");

  private static final Pattern END = Pattern.compile("\\s*-----END ([^-]+)-----\\s*");
  private static final Pattern LINE_END = Pattern.compile("\r\n|\r|\n");

  private static final int LINE_LENGTH = 64;

  private final String label;
  private final byte[] der;
  private final boolean encrypted;

  /// The number of the BEGIN line, from 1; 0 for DER.
  private final int line;

  private PemBlock(String label, byte[] der, boolean encrypted, int line) {
    this.label = label;
    this.der = der;
    this.encrypted = encrypted;
    this.line = line;
  }

  /// All blocks of a text, in order; what stands before, between and after them is skipped.
  ///
  /// @param source the text's name in messages
  /// @throws PkiException if a block has no end or is not Base64
  static List<PemBlock> parse(String text, String source) {
    List<PemBlock> blocks = new ArrayList<>();
    String[] lines = LINE_END.split(text, -1);
    for (int at = 0; at < lines.length; at++) {
      Matcher begin = BEGIN.matcher(lines[at]);
      if (begin.matches()) {
        int end = findEnd(lines, at, begin.group(1), source);
        blocks.add(decode(lines, at, end, begin.group(1), source));
        at = end;
      }
    }
    return blocks;
  }

  /// What a file in DER holds.
  static PemBlock ofDer(String label, byte[] der) {
    return new PemBlock(label, der, false, 0);
  }

  /// The text of a block (RFC 7468): lines of 64 characters, ended by LF.
  static String encode(String label, byte[] der) {
    Base64.Encoder encoder =
        Base64.getMimeEncoder(LINE_LENGTH, "\n".getBytes(StandardCharsets.US_ASCII));
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(label, encoder.encodeToString(der), label);
  }

  String label() {
    return label;
  }

  /// The octets themselves, not a copy.
  byte[] der() {
    return der;
  }

  /// Whether a passphrase is needed to read the key.
  boolean encrypted() {
    return encrypted || label.equals("ENCRYPTED PRIVATE KEY");
  }

  /// Where the block is, for messages: its text's name, and the BEGIN line if it has one.
  String place(String source) {
    return line == 0 ? source : "%s, line %d".formatted(source, line);
  }

  boolean isCertificate() {
    return switch (label) {
      case "CERTIFICATE", "X509 CERTIFICATE" -> true;
      default -> false;
    };
  }

  boolean isPrivateKey() {
    return switch (label) {
      case "PRIVATE KEY", "EC PRIVATE KEY", "RSA PRIVATE KEY", "ENCRYPTED PRIVATE KEY" -> true;
      default -> false;
    };
  }

  /// What the block is, in words for a message.
  String description() {
    return switch (label) {
      case "CERTIFICATE", "X509 CERTIFICATE" -> "a certificate";
      case "TRUSTED CERTIFICATE" -> "a certificate in openssl's own trust format";
      case "CERTIFICATE REQUEST", "NEW CERTIFICATE REQUEST" -> "a certificate request";
      case "PRIVATE KEY", "EC PRIVATE KEY", "RSA PRIVATE KEY", "ENCRYPTED PRIVATE KEY" ->
          encrypted() ? "an encrypted private key" : "a private key";
      case "PUBLIC KEY", "RSA PUBLIC KEY" -> "a public key";
      default -> "a block \"" + label + "\"";
    };
  }

  private static int findEnd(String[] lines, int begin, String label, String source) {
    for (int at = begin + 1; at < lines.length; at++) {
      Matcher end = END.matcher(lines[at]);
      if (end.matches() && end.group(1).equals(label)) {
        return at;
      }
      if (end.matches() || BEGIN.matcher(lines[at]).matches()) {
        break;
      }
    }
    throw new PkiException(
        "%s, line %d: BEGIN %s has no matching END: the file is cut short or damaged"
            .formatted(source, begin + 1, label));
  }

  private static PemBlock decode(String[] lines, int begin, int end, String label, String source) {
    StringBuilder base64 = new StringBuilder();
    boolean encrypted = false;
    for (int at = begin + 1; at < end; at++) {
      // A colon is no Base64: the line is a header (RFC 1421), as in "Proc-Type: 4,ENCRYPTED".
      if (lines[at].contains(":")) {
        encrypted |= lines[at].contains("ENCRYPTED");
      } else {
        base64.append(lines[at].strip());
      }
    }
    try {
      byte[] der = Base64.getDecoder().decode(base64.toString());
      return new PemBlock(label, der, encrypted, begin + 1);
    } catch (IllegalArgumentException _) {
      // The cause stays out of the chain: it quotes what may be a key.
      throw new PkiException(
          "%s, line %d: what follows BEGIN %s is not Base64: the file is damaged"
              .formatted(source, begin + 1, label));
    }
  }
}
