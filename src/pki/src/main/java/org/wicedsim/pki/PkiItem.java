package org.wicedsim.pki;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/// One thing of a file of certificates and keys, in PEM or DER: the file's content tells which,
/// never its name.
public final class PkiItem {
  private final PkiContent content;
  private final String label;
  private final byte[] der;

  private PkiItem(PkiContent content, String label, byte[] der) {
    this.content = content;
    this.label = label;
    this.der = der;
  }

  /// Everything that a file holds, in order, at least one thing.
  ///
  /// @throws PkiException if it cannot be read, holds nothing of the kind, or something damaged
  public static List<PkiItem> read(Path file) {
    return parse(PkiFiles.read(file), file.toString());
  }

  /// Everything that a stream holds up to its end, in order, at least one thing.
  ///
  /// @param source the stream's name in messages
  /// @throws PkiException as for a file
  public static List<PkiItem> read(InputStream in, String source) {
    try {
      return parse(PkiFiles.read(in, source), source);
    } catch (IOException e) {
      throw new PkiException("%s cannot be read: %s".formatted(source, e.getMessage()), e);
    }
  }

  /// The certificates of a file in PEM or DER, in order, at least one.
  ///
  /// @throws PkiException as for [#read(Path)], and if it holds other things alone
  public static List<X509Certificate> certificates(Path file) {
    return certificates(read(file), file.toString());
  }

  /// The certificates among these, in order, at least one.
  ///
  /// @param source the file's name in messages
  /// @throws PkiException if there are other things alone
  public static List<X509Certificate> certificates(List<PkiItem> items, String source) {
    List<X509Certificate> certificates = new ArrayList<>();
    for (PkiItem item : items) {
      if (item.content instanceof PkiContent.Certificate(X509Certificate certificate)) {
        certificates.add(certificate);
      }
    }
    if (certificates.isEmpty()) {
      throw new PkiException(
          "%s holds %s; expected a certificate".formatted(source, items.getFirst().description()));
    }
    return certificates;
  }

  /// What it is.
  public PkiContent content() {
    return content;
  }

  /// What it is, in words for a message.
  public String description() {
    return switch (content) {
      case PkiContent.Certificate _ -> "a certificate";
      case PkiContent.Request _ -> "a certificate request";
      case PkiContent.Public _ -> "a public key";
      case PkiContent.Private _ -> "a private key";
      case PkiContent.Locked _ -> "an encrypted private key";
      case PkiContent.Other(String description) -> description;
    };
  }

  /// Whether it must not be shown to others.
  public boolean isSecret() {
    return switch (content) {
      case PkiContent.Private _, PkiContent.Locked _ -> true;
      case PkiContent.Certificate _,
          PkiContent.Request _,
          PkiContent.Public _,
          PkiContent.Other _ ->
          false;
    };
  }

  /// As PEM; the octets inside are those of the file.
  ///
  /// @param source the file's name in messages
  /// @throws PkiException if it needs a passphrase
  public String pem(String source) {
    return PemBlock.encode(label, der(source));
  }

  /// As DER: the octets of the file.
  ///
  /// @param source the file's name in messages
  /// @throws PkiException if it needs a passphrase
  public byte[] der(String source) {
    if (content instanceof PkiContent.Locked) {
      throw PrivateKeys.encrypted(source);
    }
    return der.clone();
  }

  private static List<PkiItem> parse(String text, String source) {
    List<PemBlock> blocks = PemBlock.parse(text, source);
    if (blocks.isEmpty()) {
      byte[] octets = text.getBytes(StandardCharsets.ISO_8859_1);
      if (!Der.isLikely(octets)) {
        throw new PkiException(
            "%s holds %s; expected a certificate, a certificate request or a key, as PEM or DER"
                .formatted(source, Pem.found(blocks, text)));
      }
      blocks = List.of(Der.block(octets, source));
    }
    return blocks.stream().map(block -> of(block, source)).toList();
  }

  private static PkiItem of(PemBlock block, String source) {
    String place = block.place(source);
    return switch (block.label()) {
      case "CERTIFICATE", "X509 CERTIFICATE" ->
          new PkiItem(
              new PkiContent.Certificate(Pem.certificate(block, source)),
              "CERTIFICATE",
              block.der());
      case "CERTIFICATE REQUEST", "NEW CERTIFICATE REQUEST" ->
          new PkiItem(
              new PkiContent.Request(CertificateRequest.parse(block.der(), place)),
              "CERTIFICATE REQUEST",
              block.der());
      case "PUBLIC KEY" -> publicKey(block.der(), place);
      case "RSA PUBLIC KEY" -> publicKey(PublicKeys.rsaToInfo(block.der(), place), place);
      default ->
          new PkiItem(
              block.isPrivateKey()
                  ? privateKey(block, source)
                  : new PkiContent.Other(Printable.of(block.description())),
              block.label(),
              block.der());
    };
  }

  private static PkiItem publicKey(byte[] info, String place) {
    return new PkiItem(new PkiContent.Public(PublicKeys.decode(info, place)), "PUBLIC KEY", info);
  }

  private static PkiContent privateKey(PemBlock block, String source) {
    return block.encrypted()
        ? new PkiContent.Locked()
        : new PkiContent.Private(KeyFacts.of(PrivateKeys.decode(block, source)));
  }
}
