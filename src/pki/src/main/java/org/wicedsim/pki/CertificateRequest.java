package org.wicedsim.pki;

import java.io.IOException;
import java.net.InetAddress;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.operator.DefaultAlgorithmNameFinder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/// What is sent to a CA to get a certificate (CSR, RFC 2986): a name and a public key, signed with
/// the private key to prove that the sender has it. The private key stays at home.
public final class CertificateRequest {
  private final PKCS10CertificationRequest request;
  private final X500Principal subject;
  private final PublicKey publicKey;
  private final AlternativeNames names;
  private final List<String> leftOut;

  private CertificateRequest(PKCS10CertificationRequest request, String place) throws IOException {
    this.request = request;
    subject = new X500Principal(request.getSubject().getEncoded());
    publicKey = PublicKeys.decode(request.getSubjectPublicKeyInfo().getEncoded(), place);
    Extensions extensions = request.getRequestedExtensions();
    names = extensions == null ? AlternativeNames.NONE : names(extensions);
    leftOut = new ArrayList<>(names.others());
    if (extensions != null) {
      for (ASN1ObjectIdentifier id : extensions.getExtensionOIDs()) {
        if (!id.equals(Extension.subjectAlternativeName)) {
          leftOut.add("the extension " + nameOf(id));
        }
      }
    }
  }

  /// A request that was just made, and the key that it is for.
  public record WithKey(PrivateKey privateKey, CertificateRequest request) {}

  /// A new key, and a request for it.
  ///
  /// @param subject the distinguished name that is asked for
  /// @throws PkiException if a name is not a DNS name
  public static WithKey make(
      X500Principal subject, List<String> dnsNames, List<InetAddress> addresses, KeyKind kind) {
    dnsNames.forEach(CertificateSpec::checkDnsName);
    KeyPair keys = kind.generate();
    try {
      var builder = new JcaPKCS10CertificationRequestBuilder(subject, keys.getPublic());
      if (!dnsNames.isEmpty() || !addresses.isEmpty()) {
        ExtensionsGenerator extensions = new ExtensionsGenerator();
        extensions.addExtension(
            Extension.subjectAlternativeName, false, AlternativeNames.encode(dnsNames, addresses));
        builder.addAttribute(
            PKCSObjectIdentifiers.pkcs_9_at_extensionRequest, extensions.generate());
      }
      PrivateKey key = keys.getPrivate();
      var signer = new JcaContentSignerBuilder(SignatureAlgorithm.of(key)).build(key);
      return new WithKey(key, new CertificateRequest(builder.build(signer), "the new request"));
    } catch (IOException | OperatorCreationException e) {
      throw new PkiException(
          "No request could be made for %s: %s".formatted(subject.getName(), e.getMessage()), e);
    }
  }

  /// @param place the request's place in messages
  /// @throws PkiException if the octets are no request
  static CertificateRequest parse(byte[] der, String place) {
    try {
      return new CertificateRequest(new PKCS10CertificationRequest(der), place);
    } catch (IOException | IllegalArgumentException | IllegalStateException e) {
      throw new PkiException(
          "%s: the certificate request is damaged: %s".formatted(place, e.getMessage()), e);
    }
  }

  /// The distinguished name that is asked for; may be empty.
  public X500Principal subject() {
    return subject;
  }

  /// The name as text, fit for a terminal.
  public String subjectText() {
    return Printable.of(subject.toString());
  }

  /// The key that the certificate shall be for.
  public PublicKey publicKey() {
    return publicKey;
  }

  /// The DNS names that are asked for, as they stand in the request but fit for a terminal: not
  /// checked.
  public List<String> dnsNames() {
    return names.dnsNames();
  }

  /// The addresses that are asked for.
  public List<InetAddress> addresses() {
    return names.addresses();
  }

  /// What is asked for beside names and addresses, in words; no certificate made here holds it.
  public List<String> leftOut() {
    return List.copyOf(leftOut);
  }

  /// The name of the signature, such as `SHA256withRSA`.
  public String signatureAlgorithm() {
    return new DefaultAlgorithmNameFinder()
        .getAlgorithmName(request.getSignatureAlgorithm())
        .replace("WITH", "with");
  }

  /// Whether the request was signed with the private key of its own public key, and not changed
  /// afterwards.
  public boolean signatureFits() {
    try {
      return request.isSignatureValid(new JcaContentVerifierProviderBuilder().build(publicKey));
    } catch (OperatorCreationException | PKCSException _) {
      // A signature of another kind or size is refused with an exception instead of a "no".
      return false;
    }
  }

  /// The request as PEM.
  ///
  /// @throws PkiException if it has no DER form
  public String pem() {
    try {
      return PemBlock.encode("CERTIFICATE REQUEST", request.getEncoded());
    } catch (IOException e) {
      throw new PkiException("The request has no DER form: " + e.getMessage(), e);
    }
  }

  private static AlternativeNames names(Extensions extensions) {
    GeneralNames names = GeneralNames.fromExtensions(extensions, Extension.subjectAlternativeName);
    return names == null ? AlternativeNames.NONE : AlternativeNames.of(names);
  }

  private static String nameOf(ASN1ObjectIdentifier id) {
    if (id.equals(Extension.basicConstraints)) {
      return "basicConstraints";
    }
    if (id.equals(Extension.keyUsage)) {
      return "keyUsage";
    }
    return id.equals(Extension.extendedKeyUsage) ? "extendedKeyUsage" : id.getId();
  }
}
