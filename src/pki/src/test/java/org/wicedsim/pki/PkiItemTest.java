package org.wicedsim.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a file holds is told by its content (SPEC 5.1).
class PkiItemTest {
  private static final Identity SERVER =
      CertificateMaker.selfSigned(Fixtures.server(), KeyKind.EC_P256);
  private static final CertificateRequest REQUEST =
      CertificateRequest.make(
              CertificateSpec.commonName("board"),
              List.of("board.test"),
              List.of(),
              KeyKind.EC_P256)
          .request();
  private static final String PEM = Pem.encode(SERVER.certificate());

  @TempDir Path folder;

  @Test
  void aCertificateInDerIsRead() throws Exception {
    assertThat(only(SERVER.certificate().getEncoded()).content())
        .isEqualTo(new PkiContent.Certificate(SERVER.certificate()));
  }

  @Test
  void aRequestIsReadInBothForms() {
    PkiItem inPem = only(REQUEST.pem());
    PkiItem inDer = only(inPem.der("x"));

    assertThat(inPem.content()).isInstanceOf(PkiContent.Request.class);
    assertThat(inDer.content()).isInstanceOf(PkiContent.Request.class);
    assertThat(inDer.pem("x")).isEqualTo(REQUEST.pem());
  }

  @Test
  void aPublicKeyIsReadInBothForms() {
    byte[] der = SERVER.certificate().getPublicKey().getEncoded();
    PkiContent expected = new PkiContent.Public(SERVER.certificate().getPublicKey());

    assertThat(only(der).content()).isEqualTo(expected);
    assertThat(only(PemBlock.encode("PUBLIC KEY", der)).content()).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("keyKinds")
  void aPrivateKeyIsNamedAndSecretInBothForms(KeyKind kind, KeyFacts facts) {
    byte[] der = kind.generate().getPrivate().getEncoded();

    for (PkiItem item : List.of(only(der), only(PemBlock.encode("PRIVATE KEY", der)))) {
      assertThat(item.content()).isEqualTo(new PkiContent.Private(facts));
      assertThat(item.isSecret()).isTrue();
    }
  }

  static Stream<Object[]> keyKinds() {
    return Stream.of(
        new Object[] {KeyKind.EC_P256, new KeyFacts("EC P-256", 256)},
        new Object[] {KeyKind.RSA_2048, new KeyFacts("RSA", 2048)});
  }

  @Test
  void whatNeedsAPassphraseIsNamedAndNotConverted() {
    PkiItem locked = only(PemBlock.encode("ENCRYPTED PRIVATE KEY", new byte[] {1}));

    assertThat(locked.content()).isEqualTo(new PkiContent.Locked());
    assertThat(locked.isSecret()).isTrue();
    assertThatThrownBy(() -> locked.pem("k.pem"))
        .isInstanceOf(PkiException.class)
        .hasMessageContaining("openssl pkey -in FILE -out NEWFILE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r\n", "\r", " \n"})
  void lineEndsBomAndTextAroundChangeNothing(String lineEnd) {
    String text = "\uFEFF" + ("Certificate:\n" + PEM + "bye\n").replace("\n", lineEnd);

    assertThat(PkiItem.read(stream(text.getBytes(StandardCharsets.UTF_8)), "x")).hasSize(1);
  }

  @Test
  void severalThingsKeepTheirOrder() {
    String key = Pem.encode(SERVER.privateKey());

    assertThat(
            PkiItem.read(stream((key + PEM + REQUEST.pem()).getBytes(StandardCharsets.UTF_8)), "x"))
        .extracting(PkiItem::description)
        .containsExactly("a private key", "a certificate", "a certificate request");
  }

  @Test
  void derCutShortAnywhereIsRefused() throws Exception {
    byte[] der = SERVER.certificate().getEncoded();

    for (int length = 0; length < der.length; length++) {
      byte[] cut = Arrays.copyOf(der, length);
      assertThatThrownBy(() -> only(cut)).as("%d octets", length).isInstanceOf(PkiException.class);
    }
  }

  @Test
  void derCutShortSaysHowMuchIsThere() throws Exception {
    byte[] der = SERVER.certificate().getEncoded();

    assertThatThrownBy(() -> only(Arrays.copyOf(der, 200)))
        .hasMessage("x is cut short: 200 octets of %d are there".formatted(der.length));
  }

  @Test
  void pemCutShortAnywhereIsRefused() {
    for (int length = 0; length < PEM.strip().length(); length++) {
      String cut = PEM.substring(0, length);
      assertThatThrownBy(() -> only(cut))
          .as("%d characters", length)
          .isInstanceOf(PkiException.class);
    }
  }

  @Test
  void octetsBehindDerAreRefused() throws Exception {
    byte[] der = SERVER.certificate().getEncoded();

    assertThatThrownBy(() -> only(Arrays.copyOf(der, der.length + 3)))
        .hasMessageContaining("%d octets and 3 more behind it".formatted(der.length));
  }

  /// Octets of any kind, and octets that begin like DER: nothing but a PkiException comes out.
  @ParameterizedTest
  @MethodSource("seeds")
  void nonsenseIsRefused(long seed) {
    Random random = new Random(seed);
    byte[] octets = new byte[random.nextInt(300)];
    random.nextBytes(octets);
    byte[] likeDer = octets.clone();
    byte[] header = {
      0x30, (byte) 0x82, (byte) ((octets.length - 4) >> 8), (byte) (octets.length - 4)
    };
    System.arraycopy(header, 0, likeDer, 0, Math.min(header.length, likeDer.length));

    assertThatThrownBy(() -> only(octets)).isInstanceOf(PkiException.class);
    assertThatThrownBy(() -> only(likeDer)).isInstanceOf(PkiException.class);
  }

  /// One octet of a good certificate changed: read or refused, but never another exception.
  @ParameterizedTest
  @MethodSource("seeds")
  void damageIsReadOrRefused(long seed) throws Exception {
    Random random = new Random(seed);
    byte[] der = SERVER.certificate().getEncoded();
    der[random.nextInt(der.length)] ^= (byte) (1 + random.nextInt(255));

    assertThat(outcome(der)).isIn("read", "refused");
  }

  static LongStream seeds() {
    return LongStream.range(0, 40);
  }

  @Test
  void textThatBeginsLikeDerIsText() {
    assertThatThrownBy(() -> only("0 s:CN = x"))
        .hasMessage(
            "x holds no PEM block; expected a certificate, a certificate request or a key, as PEM or DER");
  }

  @Test
  void aFileOfKeysIsNoFileOfCertificates() throws Exception {
    Path file = Files.writeString(folder.resolve("k.pem"), Pem.encode(SERVER.privateKey()));

    assertThatThrownBy(() -> PkiItem.certificates(file))
        .isInstanceOf(PkiException.class)
        .hasMessage(file + " holds a private key; expected a certificate");
  }

  @Test
  void namesOfStrangersCannotMoveTheCursor() {
    String evil = new String(Character.toChars(0x1b)) + "[2J\u202E";
    CertificateSpec spec =
        CertificateSpec.of(
            CertificateSpec.commonName("a" + evil),
            Purpose.SERVER,
            Fixtures.NOW,
            Fixtures.NOW.plusSeconds(1));

    String shown =
        CertificateFacts.of(CertificateMaker.selfSigned(spec, KeyKind.EC_P256).certificate())
            .subject();

    assertThat(IntStream.range(0, shown.length()).map(shown::charAt))
        .allMatch(c -> c >= ' ' && c < 0x7f);
    assertThat(shown).contains("\\x1b[2J");
  }

  private static String outcome(byte[] der) {
    try {
      only(der);
      return "read";
    } catch (PkiException _) {
      return "refused";
    }
  }

  private static PkiItem only(String text) {
    return only(text.getBytes(StandardCharsets.UTF_8));
  }

  private static PkiItem only(byte[] octets) {
    List<PkiItem> items = PkiItem.read(stream(octets), "x");
    assertThat(items).hasSize(1);
    return items.getFirst();
  }

  private static ByteArrayInputStream stream(byte[] octets) {
    return new ByteArrayInputStream(octets);
  }
}
