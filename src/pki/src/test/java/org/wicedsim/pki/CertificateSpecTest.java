package org.wicedsim.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wicedsim.pki.Fixtures.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateSpecTest {
  private static final CertificateSpec SPEC = Fixtures.around(NOW, "CN=x", Purpose.SERVER);

  @Test
  void datesAreCutToSecondsAsACertificateHoldsNothingFiner() {
    CertificateSpec spec =
        CertificateSpec.of("CN=x", Purpose.CA, NOW.plusMillis(1), NOW.plusMillis(2_999));

    assertThat(spec.notBefore()).isEqualTo(NOW);
    assertThat(spec.notAfter()).isEqualTo(NOW.plusSeconds(2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "wwep.wv101.cypress.com",
        "WWEP",
        "*.example.com",
        "a-b.1a",
        "3com.com",
        "x",
        "abcdefghijklmnopqrstuvwxyz0123456789abcdefghijklmnopqrstuvwxyz0.com"
      })
  void dnsNamesAreTaken(String name) {
    assertThat(SPEC.withAlternativeNames(List.of(name), List.of()).dnsNames())
        .containsExactly(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "a..b",
        "a.",
        "-a",
        "a-.com",
        "a b",
        "a_b",
        "bücher.de",
        "a.*.b",
        "*",
        "http://x",
        "abcdefghijklmnopqrstuvwxyz0123456789abcdefghijklmnopqrstuvwxyz01.com"
      })
  void whatIsNoDnsNameIsNamedInTheMessage(String name) {
    assertThatThrownBy(() -> SPEC.withAlternativeNames(List.of(name), List.of()))
        .isInstanceOf(PkiException.class)
        .hasMessageStartingWith("\"" + name + "\" is not a DNS name: expected labels");
  }

  @Test
  void aDnsNameHasAtMost253Characters() {
    String longest = "a.".repeat(126) + "b";

    assertThat(SPEC.withAlternativeNames(List.of(longest), List.of()).dnsNames()).hasSize(1);
    assertThatThrownBy(() -> SPEC.withAlternativeNames(List.of(longest + "c"), List.of()))
        .hasMessageContaining("253 characters in all");
  }

  @Test
  void anAddressAmongTheNamesIsSentToTheAddresses() {
    assertThatThrownBy(() -> SPEC.withAlternativeNames(List.of("198.51.100.3"), List.of()))
        .isInstanceOf(PkiException.class)
        .hasMessage("\"198.51.100.3\" is an address, not a DNS name: add it to the addresses");
  }

  @ParameterizedTest
  @ValueSource(strings = {"board", "CN", "=x", "CN=a,,CN=b", "CN=\"a\"b\""})
  void whatIsNoDistinguishedNameIsNamedInTheMessage(String subject) {
    assertThatThrownBy(() -> Fixtures.around(NOW, subject, Purpose.CLIENT))
        .isInstanceOf(PkiException.class)
        .hasMessage(
            "\"%s\" is not a distinguished name: expected parts like CN=board, O=Example (, + \" \\ < > ; inside a part need a backslash)"
                .formatted(subject));
  }

  @Test
  void anEmptySubjectIsRefused() {
    assertThatThrownBy(() -> Fixtures.around(NOW, "", Purpose.CLIENT))
        .isInstanceOf(PkiException.class)
        .hasMessage("The subject is empty: a distinguished name is needed, like CN=board");
  }

  @Test
  void theLastSecondMustComeAfterTheFirst() {
    assertThatThrownBy(() -> CertificateSpec.of("CN=x", Purpose.CA, NOW, NOW))
        .isInstanceOf(PkiException.class)
        .hasMessage(
            "A certificate cannot be valid from 2026-03-01T12:00:00Z to 2026-03-01T12:00:00Z: the first must be earlier, both from 1950 to 9999");
  }

  @Test
  void datesThatACertificateCannotHoldAreRefused() {
    Instant year10000 = Instant.parse("+10000-01-01T00:00:00Z");
    Instant year1949 = Instant.parse("1949-12-31T23:59:59Z");

    assertThatThrownBy(() -> CertificateSpec.of("CN=x", Purpose.CA, NOW, year10000))
        .hasMessageContaining("from 1950 to 9999");
    assertThatThrownBy(() -> CertificateSpec.of("CN=x", Purpose.CA, year1949, NOW))
        .hasMessageContaining("from 1950 to 9999");
    assertThat(
            CertificateSpec.of(
                    "CN=x",
                    Purpose.CA,
                    year1949.plusSeconds(1),
                    year10000.minus(Duration.ofSeconds(1)))
                .notAfter())
        .isEqualTo("9999-12-31T23:59:59Z");
  }

  @Test
  void listsAreCopied() {
    List<String> names = new ArrayList<>(List.of("a"));
    CertificateSpec spec = SPEC.withAlternativeNames(names, List.of());

    names.add("b");

    assertThat(spec.dnsNames()).containsExactly("a");
  }
}
