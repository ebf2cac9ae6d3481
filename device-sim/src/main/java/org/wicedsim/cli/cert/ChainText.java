package org.wicedsim.cli.cert;

import java.io.PrintWriter;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.wicedsim.pki.ChainCheck;
import org.wicedsim.pki.ChainLink;
import org.wicedsim.pki.ChainLink.Issuer;
import org.wicedsim.pki.PkiContent;
import org.wicedsim.pki.PkiItem;

/// Which certificate of a file signed which.
final class ChainText {
  private ChainText() {}

  /// Prints a line for each certificate, if there are several. Numbers are those of the items.
  static void print(List<PkiItem> items, PrintWriter out) {
    List<X509Certificate> all = certificates(items);
    if (all.size() < 2) {
      return;
    }
    out.println();
    out.println("Chain");
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i).content() instanceof PkiContent.Certificate(X509Certificate certificate)) {
        out.println("  %d %s".formatted(i + 1, signer(certificate, all, items)));
      }
    }
  }

  private static String signer(
      X509Certificate certificate, List<X509Certificate> all, List<PkiItem> items) {
    List<X509Certificate> presented = new ArrayList<>(all);
    presented.remove(certificate);
    presented.addFirst(certificate);
    ChainLink link = ChainCheck.verify(presented, List.of(), Instant.now()).getFirst();
    boolean fits = link.signature().fits();
    return switch (link.issuer()) {
      case Issuer.Presented(X509Certificate signer) ->
          fits
              ? "is signed by %d".formatted(numberOf(signer, items))
              : "names %d as its issuer, BUT THE SIGNATURE DOES NOT FIT"
                  .formatted(numberOf(signer, items));
      case Issuer.Itself _ ->
          fits ? "is signed by itself" : "names itself as issuer, BUT THE SIGNATURE DOES NOT FIT";
      case Issuer.Missing _ ->
          "is signed by %s, which is not in this file".formatted(FactsText.issuerOf(certificate));
      case Issuer.Known _, Issuer.NotAsked _ ->
          throw new IllegalStateException("nothing was given as known");
    };
  }

  private static int numberOf(X509Certificate certificate, List<PkiItem> items) {
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i).content() instanceof PkiContent.Certificate(X509Certificate other)
          && other.equals(certificate)) {
        return i + 1;
      }
    }
    throw new IllegalStateException("the signer came from the items");
  }

  private static List<X509Certificate> certificates(List<PkiItem> items) {
    List<X509Certificate> all = new ArrayList<>();
    for (PkiItem item : items) {
      if (item.content() instanceof PkiContent.Certificate(X509Certificate certificate)) {
        all.add(certificate);
      }
    }
    return all;
  }
}
