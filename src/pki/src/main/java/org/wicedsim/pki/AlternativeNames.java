package org.wicedsim.pki;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;

/// Subject alternative names (RFC 5280 section 4.2.1.6).
///
/// @param others what is neither, in words for a message
record AlternativeNames(List<String> dnsNames, List<InetAddress> addresses, List<String> others) {
  static final AlternativeNames NONE = new AlternativeNames(List.of(), List.of(), List.of());

  static GeneralNames encode(List<String> dnsNames, List<InetAddress> addresses) {
    List<GeneralName> names = new ArrayList<>();
    for (String name : dnsNames) {
      names.add(new GeneralName(GeneralName.dNSName, name));
    }
    for (InetAddress address : addresses) {
      names.add(new GeneralName(GeneralName.iPAddress, new DEROctetString(address.getAddress())));
    }
    return new GeneralNames(names.toArray(GeneralName[]::new));
  }

  static AlternativeNames of(GeneralNames names) {
    List<String> dnsNames = new ArrayList<>();
    List<InetAddress> addresses = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (GeneralName name : names.getNames()) {
      switch (name.getTagNo()) {
        case GeneralName.dNSName -> dnsNames.add(Printable.of(name.getName().toString()));
        case GeneralName.iPAddress -> addAddress(name, addresses, others);
        default -> others.add(Printable.of("the name " + name.getName()));
      }
    }
    return new AlternativeNames(dnsNames, addresses, others);
  }

  private static void addAddress(
      GeneralName name, List<InetAddress> addresses, List<String> others) {
    try {
      byte[] octets = ASN1OctetString.getInstance(name.getName()).getOctets();
      addresses.add(InetAddress.getByAddress(octets));
    } catch (UnknownHostException _) {
      others.add("an address that is neither IPv4 nor IPv6");
    }
  }
}
