package org.wicedsim.pki;

import java.io.IOException;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PSSParameterSpec;
import java.util.HexFormat;
import javax.crypto.Cipher;
import org.bouncycastle.asn1.x509.DigestInfo;

/// The first three steps of verifying a certificate (SPEC 5.1): the digest computed, the signature
/// opened with the issuer's key, both compared.
///
/// @param algorithm such as `SHA256withRSA`
/// @param hash such as `SHA-256`; empty where the algorithm has none of its own, or it is not known
/// @param digest of what was signed, hexadecimal; empty without a hash
/// @param opened what the issuer's key made of the signature
/// @param fits whether the signature is the issuer's and the certificate is as it was signed
public record SignatureCheck(
    String algorithm, String hash, String digest, Opened opened, boolean fits) {

  /// What a signature shows when it is opened with a public key.
  public sealed interface Opened {
    /// The digest that the issuer computed, hexadecimal: RSA gives it back.
    record Digest(String digest) implements Opened {}

    /// No digest came out: the signature was not made with this key, or was changed.
    record Nonsense(String reason) implements Opened {}

    /// The algorithm cannot give a digest back; it computes whether digest and signature fit.
    record Computation() implements Opened {}

    /// There is no issuer's key to open it with.
    record NoKey() implements Opened {}
  }

  private static final HexFormat HEX = HexFormat.of();

  /// Takes the three steps.
  ///
  /// @param issuer whose key opens the signature
  static SignatureCheck of(X509Certificate certificate, X509Certificate issuer) {
    return new SignatureCheck(
        algorithm(certificate),
        hash(certificate),
        digest(certificate),
        open(certificate, issuer.getPublicKey()),
        Certificates.isSignedBy(certificate, issuer));
  }

  /// Takes the first step alone, since the issuer's key is not there.
  static SignatureCheck withoutKey(X509Certificate certificate) {
    return new SignatureCheck(
        algorithm(certificate), hash(certificate), digest(certificate), new Opened.NoKey(), false);
  }

  private static Opened open(X509Certificate certificate, PublicKey key) {
    if (!certificate.getSigAlgName().endsWith("withRSA")) {
      return new Opened.Computation();
    }
    if (!(key instanceof RSAPublicKey)) {
      return new Opened.Nonsense(
          "an RSA key made the signature, and the issuer's is " + KeyFacts.of(key).kind());
    }
    try {
      Cipher rsa = Cipher.getInstance("RSA/ECB/PKCS1Padding");
      rsa.init(Cipher.DECRYPT_MODE, key);
      byte[] opened = rsa.doFinal(certificate.getSignature());
      return new Opened.Digest(HEX.formatHex(DigestInfo.getInstance(opened).getDigest()));
    } catch (GeneralSecurityException | IllegalArgumentException | IllegalStateException _) {
      return new Opened.Nonsense("what comes out is no digest: another key made the signature");
    }
  }

  private static String digest(X509Certificate certificate) {
    String hash = hash(certificate);
    if (hash.isEmpty()) {
      return "";
    }
    try {
      return HEX.formatHex(MessageDigest.getInstance(hash).digest(certificate.getTBSCertificate()));
    } catch (GeneralSecurityException _) {
      return "";
    }
  }

  private static String algorithm(X509Certificate certificate) {
    return Printable.of(certificate.getSigAlgName());
  }

  private static String hash(X509Certificate certificate) {
    String algorithm = certificate.getSigAlgName();
    if (algorithm.equals("RSASSA-PSS")) {
      return hashOfPss(certificate.getSigAlgParams());
    }
    int with = algorithm.indexOf("with");
    if (with < 0) {
      return "";
    }
    String hash = algorithm.substring(0, with);
    return hash.startsWith("SHA") && !hash.contains("-") ? "SHA-" + hash.substring(3) : hash;
  }

  private static String hashOfPss(byte[] parameters) {
    try {
      AlgorithmParameters pss = AlgorithmParameters.getInstance("RSASSA-PSS");
      pss.init(parameters);
      return pss.getParameterSpec(PSSParameterSpec.class).getDigestAlgorithm();
    } catch (GeneralSecurityException | IOException _) {
      return "";
    }
  }
}
