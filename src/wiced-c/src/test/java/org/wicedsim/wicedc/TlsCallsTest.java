package org.wicedsim.wicedc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wicedsim.wicedc.TcpFirmware.BADARG;
import static org.wicedsim.wicedc.TcpFirmware.ERROR;
import static org.wicedsim.wicedc.TcpFirmware.SUCCESS;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wicedsim.hal.SystemClock;
import org.wicedsim.pki.CertificateMaker;
import org.wicedsim.pki.CertificateSpec;
import org.wicedsim.pki.Identity;
import org.wicedsim.pki.KeyKind;
import org.wicedsim.pki.Pem;
import org.wicedsim.pki.Purpose;

/// `wiced_tls.h` as C calls it (SPEC 3.5).
class TlsCallsTest {
  private static final int PENDING = 1;
  private static final int SERVER_NAME = 0;
  private static final int MAX_FRAGMENT_LENGTH = 1;
  private static final int ALPN = 16;
  private static final Identity CLASS_SERVER = identity();

  @RegisterExtension final SdkBench bench = new SdkBench(new SystemClock());

  private final TcpFirmware firmware = new TcpFirmware(bench);

  @AfterEach
  void closePeers() throws Exception {
    firmware.close();
  }

  @Test
  void anIdentityIsReadFromPem() {
    assertThat(initIdentity(Pem.encode(CLASS_SERVER.privateKey()), pem(CLASS_SERVER)).result())
        .isEqualTo(SUCCESS);
  }

  @Test
  void anIdentityMayBeEmpty() {
    assertThat(initIdentity("", "").result()).isEqualTo(SUCCESS);
  }

  @Test
  void anIdentityThatCannotBeReadIsPendingAsOnTheSdk() {
    assertThat(initIdentity("no key", "no certificate").result()).isEqualTo(PENDING);
  }

  @Test
  void whatHasNoStructureIsRefused() {
    assertThat(firmware.call(TlsCall.WICED_TLS_INIT_IDENTITY, 0, 0, 0, 0, 0).result())
        .isEqualTo(BADARG);
    assertThat(firmware.call(TlsCall.WICED_TLS_INIT_CONTEXT, 0, 0, 0, 0).result()).isEqualTo(ERROR);
    assertThat(firmware.call(TlsCall.WICED_TLS_DEINIT_CONTEXT, 0, 0).result()).isEqualTo(ERROR);
  }

  /// The course's servers do so in every round of their accept loop.
  @Test
  void aContextThatIsInitialisedAgainAndAgainLeaksNothing() {
    long struct = bench.octets(8);
    initContext(struct, 0);
    initContext(struct, 0);

    int last = initContext(struct, 0);
    firmware.call(TlsCall.WICED_TLS_DEINIT_CONTEXT, last, 1);

    assertThat(bench.leaks()).isEmpty();
  }

  @Test
  void endingAContextTwiceDoesNoHarm() {
    int context = initContext(bench.octets(8), 0);

    assertThat(firmware.call(TlsCall.WICED_TLS_DEINIT_CONTEXT, context, 1).result()).isZero();
    assertThat(firmware.call(TlsCall.WICED_TLS_DEINIT_CONTEXT, context, 1).result()).isZero();
  }

  @Test
  void endingAnIdentityTwiceDoesNoHarm() {
    int identity = initIdentity("", "").number();

    assertThat(firmware.call(TlsCall.WICED_TLS_DEINIT_IDENTITY, identity).result()).isZero();
    assertThat(firmware.call(TlsCall.WICED_TLS_DEINIT_IDENTITY, identity).result()).isZero();
    assertThat(bench.leaks()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "WICED_TLS_RESET_CONTEXT",
    "WICED_TLS_SET_CONTEXT_ROOT_CA_CERTIFICATES",
    "WICED_TLS_SET_EXTENSION",
    "WICED_TLS_ADD_EXTENSION"
  })
  void aContextThatWasNeverInitialisedIsAnError(TlsCall call) {
    assertThat(firmware.call(call, 4711).result()).isEqualTo(ERROR);
    assertThat(bench.diagnostics()).anyMatch(line -> line.startsWith("not-initialised: "));
  }

  @Test
  void aContextIsReset() {
    int context = initContext(bench.octets(8), 0);

    assertThat(firmware.call(TlsCall.WICED_TLS_RESET_CONTEXT, context).result()).isZero();
  }

  @Test
  void extensionsAreTakenByBothNames() {
    int context = initContext(bench.octets(8), 0);
    long name = bench.string("wwep.ww101.cypress.com");

    assertThat(extend(TlsCall.WICED_TLS_SET_EXTENSION, context, SERVER_NAME, name)).isZero();
    assertThat(extend(TlsCall.WICED_TLS_ADD_EXTENSION, context, ALPN, array("h2", "http/1.1")))
        .isZero();

    assertThat(bench.calls())
        .anyMatch(line -> line.contains("ServerName[name=wwep.ww101.cypress.com]"))
        .anyMatch(line -> line.contains("Alpn[protocols=[h2, http/1.1]]"));
  }

  @Test
  void aMaximumFragmentLengthIsAcceptedWithANote() {
    int context = initContext(bench.octets(8), 0);

    assertThat(extend(TlsCall.WICED_TLS_SET_EXTENSION, context, MAX_FRAGMENT_LENGTH, 1)).isZero();

    assertThat(bench.diagnostics()).anyMatch(line -> line.startsWith("tls-extension: "));
  }

  @ParameterizedTest
  @CsvSource({"0, 5", "16, 5", "99, 5"})
  void anExtensionThatSaysNothingIsABadArgument(int type, int code) {
    int context = initContext(bench.octets(8), 0);

    assertThat(extend(TlsCall.WICED_TLS_SET_EXTENSION, context, type, 0)).isEqualTo(code);
  }

  @Test
  void noRootCertificatesChangeNothingAndBadOnesAreAnError() {
    int context = initContext(bench.octets(8), 0);
    long bad = bench.string("no certificate");

    assertThat(firmware.call(TlsCall.WICED_TLS_INIT_ROOT_CA_CERTIFICATES, 0, 9).result()).isZero();
    assertThat(firmware.call(TlsCall.WICED_TLS_INIT_ROOT_CA_CERTIFICATES, bad, 14).result())
        .isEqualTo(ERROR);
    assertThat(
            firmware
                .call(TlsCall.WICED_TLS_SET_CONTEXT_ROOT_CA_CERTIFICATES, context, bad, 14)
                .result())
        .isEqualTo(ERROR);
    assertThat(firmware.call(TlsCall.WICED_TLS_DEINIT_ROOT_CA_CERTIFICATES).result()).isZero();
  }

  @Test
  void aLengthBeyondAllMemoryIsNotRead() {
    firmware.call(TlsCall.WICED_TLS_INIT_ROOT_CA_CERTIFICATES, 1, 0xFFFF_FFFFL);

    assertThat(bench.diagnostics()).anyMatch(line -> line.startsWith("bad-length: "));
  }

  @Test
  void anotherVerificationThanTheSdksIsNoted() {
    firmware.call(TcpCall.WICED_TCP_START_TLS, firmware.socket(), 0, 0);

    assertThat(bench.diagnostics()).anyMatch(line -> line.startsWith("tls-verification: "));
  }

  private int initContext(long struct, int identity) {
    TcpFirmware.Answer answer =
        firmware.call(TlsCall.WICED_TLS_INIT_CONTEXT, struct, identity, 0, 0);
    assertThat(answer.result()).isEqualTo(SUCCESS);
    return answer.number();
  }

  private TcpFirmware.Answer initIdentity(String key, String certificate) {
    return firmware.call(
        TlsCall.WICED_TLS_INIT_IDENTITY,
        bench.octets(8),
        bench.octets(SdkBench.ascii(key)),
        key.length(),
        bench.octets(SdkBench.ascii(certificate)),
        certificate.length());
  }

  private long extend(TlsCall call, int context, int type, long said) {
    return firmware.call(call, context, type, said).result();
  }

  /// An array of strings with a NULL behind them.
  private long array(String... strings) {
    ByteBuffer pointers =
        ByteBuffer.allocate((strings.length + 1) * Long.BYTES).order(ByteOrder.nativeOrder());
    for (String string : strings) {
      pointers.putLong(bench.string(string));
    }
    return bench.octets(pointers.array());
  }

  private static String pem(Identity identity) {
    return Pem.encode(identity.chain());
  }

  private static Identity identity() {
    Instant now = Instant.now();
    Duration day = Duration.ofDays(1);
    return CertificateMaker.selfSigned(
        CertificateSpec.of("CN=IoT", Purpose.SERVER, now.minus(day), now.plus(day)),
        KeyKind.EC_P256);
  }
}
