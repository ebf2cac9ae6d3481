package org.wicedsim.cli.cert;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.net.InetAddress;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.List;
import org.wicedsim.pki.CertificateFacts;
import org.wicedsim.pki.CertificateRequest;
import org.wicedsim.pki.CertificateSpec;
import org.wicedsim.pki.KeyFacts;
import org.wicedsim.pki.PkiContent;

/// Certificates, requests and keys as JSON, for scripts. Moments are ISO 8601 in UTC; `pathLength`
/// is missing where there is no limit.
final class FactsJson {
  private FactsJson() {}

  static JsonObject of(PkiContent content) {
    return switch (content) {
      case PkiContent.Certificate(X509Certificate certificate) ->
          of(CertificateFacts.of(certificate));
      case PkiContent.Request(CertificateRequest request) -> of(request);
      case PkiContent.Public(PublicKey key) -> withKey(kind("public-key"), KeyFacts.of(key));
      case PkiContent.Private(KeyFacts facts) -> withKey(kind("private-key"), facts);
      case PkiContent.Locked() -> kind("encrypted-private-key");
      case PkiContent.Other(String description) -> {
        JsonObject json = kind("other");
        json.addProperty("description", description);
        yield json;
      }
    };
  }

  static JsonObject of(CertificateFacts facts) {
    JsonObject json = kind("certificate");
    json.addProperty("subject", facts.subject());
    json.addProperty("issuer", facts.issuer());
    json.addProperty("selfSigned", facts.selfSigned());
    json.add("dnsNames", array(facts.dnsNames()));
    json.add("addresses", array(facts.addresses()));
    json.addProperty("notBefore", facts.notBefore().toString());
    json.addProperty("notAfter", facts.notAfter().toString());
    withKey(json, facts.key());
    json.addProperty("signatureAlgorithm", facts.signatureAlgorithm());
    json.addProperty("ca", facts.authority());
    if (facts.pathLength() >= 0 && facts.pathLength() != CertificateSpec.NO_PATH_LIMIT) {
      json.addProperty("pathLength", facts.pathLength());
    }
    json.add("usages", array(facts.usages()));
    json.addProperty("serial", facts.serial());
    json.addProperty("sha256", facts.fingerprint());
    return json;
  }

  static JsonArray array(List<String> texts) {
    JsonArray array = new JsonArray();
    texts.forEach(array::add);
    return array;
  }

  private static JsonObject of(CertificateRequest request) {
    JsonObject json = kind("request");
    json.addProperty("subject", request.subjectText());
    json.add("dnsNames", array(request.dnsNames()));
    json.add(
        "addresses", array(request.addresses().stream().map(InetAddress::getHostAddress).toList()));
    json.add("leftOut", array(request.leftOut()));
    withKey(json, KeyFacts.of(request.publicKey()));
    json.addProperty("signatureAlgorithm", request.signatureAlgorithm());
    json.addProperty("signatureFits", request.signatureFits());
    return json;
  }

  private static JsonObject withKey(JsonObject json, KeyFacts key) {
    json.addProperty("keyKind", key.kind());
    json.addProperty("keyBits", key.bits());
    return json;
  }

  private static JsonObject kind(String kind) {
    JsonObject json = new JsonObject();
    json.addProperty("kind", kind);
    return json;
  }
}
