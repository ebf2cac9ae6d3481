package org.wicedsim.pki;

import java.io.IOException;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;

/// Tells what a file in DER is, which no label says: by the shape of its outermost structures.
final class Der {
  private static final int SEQUENCE = 0x30;
  private static final int LONG_LENGTH = 0x80;
  private static final int MAX_LENGTH_OCTETS = 4;

  /// A request's first part: version, subject, key, attributes (RFC 2986); a certificate's is
  /// longer.
  private static final int MAX_REQUEST_PARTS = 4;

  /// An RSA private key is nine numbers at least (RFC 8017 appendix A.1.2).
  private static final int RSA_PRIVATE_NUMBERS = 9;

  private Der() {}

  /// Whether octets begin as every certificate and key in DER does, and are no text.
  static boolean isLikely(byte[] octets) {
    if (octets.length < 2 || octets[0] != SEQUENCE) {
      return false;
    }
    for (byte octet : octets) {
      if (octet < ' ' && octet != '\t' && octet != '\n' && octet != '\r') {
        return true;
      }
    }
    return false;
  }

  /// The octets with the label that they would have in PEM.
  ///
  /// @throws PkiException if they are cut short, too many, damaged, or something else
  static PemBlock block(byte[] octets, String source) {
    checkLength(octets, source);
    try {
      ASN1Sequence outer = ASN1Sequence.getInstance(ASN1Primitive.fromByteArray(octets));
      return PemBlock.ofDer(label(outer, source), octets);
    } catch (IOException | IllegalArgumentException | IllegalStateException e) {
      throw new PkiException(
          "%s begins like DER, but is damaged; expected a certificate, a certificate request or a key"
              .formatted(source),
          e);
    }
  }

  private static String label(ASN1Sequence outer, String source) {
    ASN1Encodable[] parts = outer.toArray();
    ASN1Encodable first = part(parts, 0);
    ASN1Encodable second = part(parts, 1);
    ASN1Encodable third = part(parts, 2);
    if (first instanceof ASN1Sequence body) {
      if (second instanceof ASN1Sequence && third instanceof ASN1BitString) {
        boolean request = body.size() <= MAX_REQUEST_PARTS;
        return request ? "CERTIFICATE REQUEST" : "CERTIFICATE";
      }
      if (parts.length == 2 && second instanceof ASN1BitString) {
        return "PUBLIC KEY";
      }
      if (parts.length == 2 && second instanceof ASN1OctetString) {
        return "ENCRYPTED PRIVATE KEY";
      }
    }
    if (first instanceof ASN1Integer) {
      if (second instanceof ASN1Sequence && third instanceof ASN1OctetString) {
        return "PRIVATE KEY";
      }
      if (second instanceof ASN1OctetString) {
        return "EC PRIVATE KEY";
      }
      if (second instanceof ASN1Integer) {
        return parts.length >= RSA_PRIVATE_NUMBERS ? "RSA PRIVATE KEY" : "RSA PUBLIC KEY";
      }
      if (second instanceof ASN1Sequence) {
        throw other(source, "a PKCS#12 store", "openssl pkcs12 -in FILE -nokeys -out NEWFILE");
      }
    }
    if (first instanceof ASN1ObjectIdentifier && second instanceof ASN1TaggedObject) {
      throw other(
          source,
          "a PKCS#7 bundle",
          "openssl pkcs7 -inform der -in FILE -print_certs -out NEWFILE");
    }
    throw new PkiException(
        "%s holds DER of another kind; expected a certificate, a certificate request or a key"
            .formatted(source));
  }

  private static PkiException other(String source, String what, String command) {
    return new PkiException(
        "%s holds %s, which is not read here: '%s' takes the certificates out"
            .formatted(source, what, command));
  }

  private static ASN1Encodable part(ASN1Encodable[] parts, int index) {
    return index < parts.length ? parts[index] : new ASN1Integer(0);
  }

  private static void checkLength(byte[] octets, String source) {
    int lengthOctets = (octets[1] & LONG_LENGTH) == 0 ? 0 : octets[1] & ~LONG_LENGTH & 0xFF;
    if (lengthOctets > MAX_LENGTH_OCTETS || octets[1] == (byte) LONG_LENGTH) {
      throw new PkiException(
          source + " begins like DER, but is damaged: its length makes no sense");
    }
    int header = 2 + lengthOctets;
    long length = header;
    if (lengthOctets == 0) {
      length += octets[1];
    } else if (octets.length >= header) {
      long body = 0;
      for (int at = 2; at < header; at++) {
        body = (body << 8) | (octets[at] & 0xFF);
      }
      length += body;
    }
    if (octets.length < length) {
      throw new PkiException(
          "%s is cut short: %d octets of %d are there".formatted(source, octets.length, length));
    }
    if (octets.length > length) {
      throw new PkiException(
          "%s holds DER of %d octets and %d more behind it; expected one certificate, request or key"
              .formatted(source, length, octets.length - length));
    }
  }
}
