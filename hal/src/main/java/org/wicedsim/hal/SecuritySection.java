package org.wicedsim.hal;

/// The octets of the security section (`platform_dct_security_t`): the private key as a C string,
/// the certificate as a C string, and the cooee key, which stays zero.
final class SecuritySection {
  static final int PRIVATE_KEY_OCTETS = 2_048;
  static final int CERTIFICATE_OCTETS = 4_096;

  private static final int COOEE_KEY_OCTETS = 16;
  private static final int PRIVATE_KEY = 0;
  private static final int CERTIFICATE = PRIVATE_KEY + PRIVATE_KEY_OCTETS;

  static final int OCTETS = CERTIFICATE + CERTIFICATE_OCTETS + COOEE_KEY_OCTETS;

  private SecuritySection() {}

  static Octets encode(Dct.Security security) {
    SectionFields fields = new SectionFields(OCTETS);
    fields.text(PRIVATE_KEY, security.privateKey());
    fields.text(CERTIFICATE, security.certificate());
    return fields.toOctets();
  }

  static Dct.Security decode(Octets section) {
    SectionFields fields = new SectionFields(section);
    return new Dct.Security(
        fields.cString(CERTIFICATE, CERTIFICATE_OCTETS),
        fields.cString(PRIVATE_KEY, PRIVATE_KEY_OCTETS));
  }
}
