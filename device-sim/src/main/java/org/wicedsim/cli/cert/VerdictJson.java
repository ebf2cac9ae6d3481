package org.wicedsim.cli.cert;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;
import org.wicedsim.cli.cert.VerifyCommand.Verdict;
import org.wicedsim.pki.CertificateFacts;
import org.wicedsim.pki.ChainLink;
import org.wicedsim.pki.ChainLink.Fault;
import org.wicedsim.pki.ChainLink.Issuer;
import org.wicedsim.pki.SignatureCheck;
import org.wicedsim.pki.SignatureCheck.Opened;

/// The verification of a chain as JSON, for scripts. `opened` is missing where the algorithm gives
/// no digest back.
final class VerdictJson {
  private VerdictJson() {}

  static JsonObject of(Verdict verdict) {
    JsonObject json = new JsonObject();
    json.addProperty("verified", verdict.faults().isEmpty());
    json.addProperty("at", verdict.at().toString());
    if (!verdict.name().isEmpty()) {
      json.addProperty("name", verdict.name());
    }
    JsonArray links = new JsonArray();
    verdict.links().forEach(link -> links.add(of(link)));
    json.add("links", links);
    json.add("faults", of(verdict.faults()));
    return json;
  }

  private static JsonObject of(ChainLink link) {
    CertificateFacts facts = CertificateFacts.of(link.certificate());
    SignatureCheck signature = link.signature();
    JsonObject json = new JsonObject();
    json.addProperty("subject", facts.subject());
    json.addProperty("issuer", facts.issuer());
    json.addProperty("sha256", facts.fingerprint());
    json.addProperty("algorithm", signature.algorithm());
    json.addProperty("hash", signature.hash());
    json.addProperty("digest", signature.digest());
    if (signature.opened() instanceof Opened.Digest(String digest)) {
      json.addProperty("opened", digest);
    }
    json.addProperty("fits", signature.fits());
    json.addProperty("standing", standing(link.issuer()));
    json.addProperty("notBefore", facts.notBefore().toString());
    json.addProperty("notAfter", facts.notAfter().toString());
    return json;
  }

  private static String standing(Issuer issuer) {
    return switch (issuer) {
      case Issuer.Known _ -> "issuer-known";
      case Issuer.Presented _ -> "issuer-presented";
      case Issuer.Itself(boolean known) -> known ? "self-signed-known" : "self-signed-unknown";
      case Issuer.NotAsked _ -> "known";
      case Issuer.Missing _ -> "issuer-missing";
    };
  }

  private static JsonArray of(List<Fault> faults) {
    JsonArray array = new JsonArray();
    for (Fault fault : faults) {
      JsonObject json = new JsonObject();
      json.addProperty("kind", fault.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
      json.addProperty("message", fault.message());
      array.add(json);
    }
    return array;
  }
}
