package org.wicedsim.wicedc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wicedsim.hal.DctSection;
import org.wicedsim.hal.SystemClock;

/// `wiced_management.h` and the addresses of `wiced_tcpip.h`, as C calls them.
class NetworkCallsTest {
  private static final int STA = 0;
  private static final int AP = 1;
  private static final int P2P = 2;
  private static final int ETHERNET = 3;
  private static final int CONFIG = 129;

  private static final int EXTERNAL_DHCP = 0;
  private static final int STATIC_IP = 1;
  private static final int INTERNAL_DHCP = 2;
  private static final int EXTERNAL_DHCP_RESTORE = 3;

  private static final int SUCCESS = 0;
  private static final int TIMEOUT = 2;
  private static final int ERROR = 4;
  private static final int BADARG = 5;
  private static final int UNSUPPORTED = 7;
  private static final int NOTUP = 9;

  private static final long BOARD = 0xC633640EL; // 198.51.100.14
  private static final long SERVER = 0xC6336403L; // 198.51.100.3
  private static final long NETMASK = 0xFFFFFF00L;

  @RegisterExtension final SdkBench bench = new SdkBench(new SystemClock());

  private final NetworkCalls calls = new NetworkCalls(bench.session());

  @Test
  void anInterfaceComesUpWithTheAddressThatTheLanGives() {
    assertThat(up(STA, EXTERNAL_DHCP)).isEqualTo(SUCCESS);

    assertThat(address(NetworkCall.WICED_IP_GET_IPV4_ADDRESS, STA)).isEqualTo(BOARD);
    assertThat(call(NetworkCall.WICED_NETWORK_IS_UP, STA)).isEqualTo(1);
    assertThat(call(NetworkCall.WICED_NETWORK_IS_IP_UP, STA)).isEqualTo(1);
  }

  /// `WICED_USE_EXTERNAL_DHCP_SERVER_RESTORE`.
  @Test
  void aLeaseThatIsToBeRestoredIsAskedForAnew() {
    assertThat(up(STA, EXTERNAL_DHCP_RESTORE)).isEqualTo(SUCCESS);
    assertThat(address(NetworkCall.WICED_IP_GET_IPV4_ADDRESS, STA)).isEqualTo(BOARD);
  }

  @ParameterizedTest
  @CsvSource({"1, 2", "129, 2", "3, 1"})
  void settingsOfTheFirmwareAreTaken(int on, int config) {
    Slots slots = bench.slots(on, config, 1, SERVER, NETMASK, SERVER + 1);

    assertThat(calls.answer(NetworkCall.WICED_NETWORK_UP, slots)).isEqualTo(SUCCESS);

    assertThat(address(NetworkCall.WICED_IP_GET_IPV4_ADDRESS, on)).isEqualTo(SERVER);
    assertThat(address(NetworkCall.WICED_IP_GET_NETMASK, on)).isEqualTo(NETMASK);
    assertThat(address(NetworkCall.WICED_IP_GET_GATEWAY_ADDRESS, on)).isEqualTo(SERVER + 1);
  }

  @Test
  void theConfigurationInterfaceIsTheAccessPoint() {
    call(NetworkCall.WICED_NETWORK_UP, CONFIG, INTERNAL_DHCP, 1, SERVER, NETMASK, SERVER);

    assertThat(call(NetworkCall.WICED_NETWORK_IS_UP, AP)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {STATIC_IP, INTERNAL_DHCP})
  void withoutSettingsWhereTheyAreNeededItStaysDown(int config) {
    assertThat(up(AP, config)).isEqualTo(BADARG);
    assertThat(call(NetworkCall.WICED_NETWORK_IS_UP, AP)).isZero();
  }

  @Test
  void aConfigurationThatThereIsNotIsAnErrorThatSaysSo() {
    assertThat(up(STA, 17)).isEqualTo(ERROR);

    assertThat(bench.diagnostics())
        .containsExactly("interface: wiced_network_up: 17 is no wiced_network_config_t");
    assertThat(bench.calls()).contains("wiced_network_up(0, 17) = ERROR");
  }

  @Test
  void whatIsDownHasNoAddressAndEveryQuestionIsASuccess() {
    up(STA, EXTERNAL_DHCP);

    assertThat(call(NetworkCall.WICED_NETWORK_DOWN, STA)).isEqualTo(SUCCESS);

    assertThat(call(NetworkCall.WICED_NETWORK_IS_UP, STA)).isZero();
    assertThat(call(NetworkCall.WICED_NETWORK_IS_IP_UP, STA)).isZero();
    assertThat(address(NetworkCall.WICED_IP_GET_IPV4_ADDRESS, STA)).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "WICED_NETWORK_UP, 4",
    "WICED_NETWORK_DOWN, 0",
    "WICED_NETWORK_IS_UP, 0",
    "WICED_NETWORK_IS_IP_UP, 0",
    "WICED_IP_GET_IPV4_ADDRESS, 0",
    "WICED_PING, 9"
  })
  void anInterfaceThatTheBoardDoesNotHaveHarmsNobodyAndIsToldOf(NetworkCall call, int result) {
    assertThat(call(call, P2P)).isEqualTo(result);

    assertThat(bench.diagnostics())
        .containsExactly(
            "interface: %s: the board has no interface 2: it has WICED_STA_INTERFACE,"
                    .formatted(call.function())
                + " WICED_AP_INTERFACE and WICED_ETHERNET_INTERFACE");
  }

  @Test
  void theDefaultInterfaceIsTheOneOfTheDct() {
    bench.board().dct().write(DctSection.NETWORK_CONFIG, 0, new byte[] {ETHERNET});
    Slots slots = bench.slots(99, 0);

    assertThat(calls.answer(NetworkCall.WICED_NETWORK_UP_DEFAULT, slots)).isEqualTo(SUCCESS);

    assertThat(slots.get(0)).isEqualTo(ETHERNET);
    assertThat(call(NetworkCall.WICED_NETWORK_IS_UP, ETHERNET)).isEqualTo(1);
  }

  @Test
  void aDefaultInterfaceThatTheBoardDoesNotHaveLeavesTheFirmwaresVariable() {
    bench.board().dct().write(DctSection.NETWORK_CONFIG, 0, new byte[] {P2P});
    Slots slots = bench.slots(99, 0);

    assertThat(calls.answer(NetworkCall.WICED_NETWORK_UP_DEFAULT, slots)).isEqualTo(6);
    assertThat(slots.get(0)).isEqualTo(99);
  }

  @Test
  void linkCallbacksGetTheirArguments() {
    call(NetworkCall.WICED_NETWORK_REGISTER_LINK_CALLBACK, 0x100, 1, 0x200, 2, STA);

    up(STA, EXTERNAL_DHCP);
    call(NetworkCall.WICED_NETWORK_DOWN, STA);

    await()
        .untilAsserted(() ->
            assertThat(bench.nativeCalls())
                .containsExactly(
                    new SdkBench.NativeCall(0x100, 1), new SdkBench.NativeCall(0x200, 2)));
  }

  @Test
  void aLinkCallbackMayBeNull() {
    assertThat(call(NetworkCall.WICED_NETWORK_REGISTER_LINK_CALLBACK, 0, 0, 0x200, 2, STA))
        .isEqualTo(SUCCESS);

    up(STA, EXTERNAL_DHCP);
    call(NetworkCall.WICED_NETWORK_DOWN, STA);

    await()
        .untilAsserted(() ->
            assertThat(bench.nativeCalls()).containsExactly(new SdkBench.NativeCall(0x200, 2)));
  }

  @Test
  void whoIsDeregisteredHearsNothingMore() {
    call(NetworkCall.WICED_NETWORK_REGISTER_LINK_CALLBACK, 0x100, 1, 0x200, 2, STA);
    call(NetworkCall.WICED_NETWORK_REGISTER_LINK_CALLBACK, 0x300, 3, 0x400, 4, STA);

    assertThat(call(NetworkCall.WICED_NETWORK_DEREGISTER_LINK_CALLBACK, 0x100, 0x200, STA))
        .isEqualTo(SUCCESS);
    up(STA, EXTERNAL_DHCP);
    call(NetworkCall.WICED_NETWORK_DOWN, STA);

    await()
        .untilAsserted(() ->
            assertThat(bench.nativeCalls())
                .containsExactly(
                    new SdkBench.NativeCall(0x300, 3), new SdkBench.NativeCall(0x400, 4)));
  }

  @Test
  void deregisteringWhoNeverRegisteredIsASuccess() {
    assertThat(call(NetworkCall.WICED_NETWORK_DEREGISTER_LINK_CALLBACK, 1, 2, STA))
        .isEqualTo(SUCCESS);
  }

  @Test
  void theHostNameIsReadAsItWasSet() {
    assertThat(call(NetworkCall.WICED_NETWORK_SET_HOSTNAME, bench.string("board-7")))
        .isEqualTo(SUCCESS);
    long name = bench.octets(34);

    assertThat(call(NetworkCall.WICED_NETWORK_GET_HOSTNAME, name)).isEqualTo(SUCCESS);

    assertThat(SdkBench.text(name)).isEqualTo("board-7");
    assertThat(NativeMemory.octets(name, 34)).endsWith(0, 0xEE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a-name-of-exactly-33-octets-which-"})
  void aHostNameThatDoesNotFitIsABadArgument(String name) {
    assertThat(call(NetworkCall.WICED_NETWORK_SET_HOSTNAME, bench.string(name))).isEqualTo(BADARG);
  }

  @Test
  void aHostNameOfNullIsABadArgument() {
    assertThat(call(NetworkCall.WICED_NETWORK_SET_HOSTNAME, 0)).isEqualTo(BADARG);
  }

  @Test
  void theMacAddressHasItsOctetsInOrder() {
    long mac = bench.octets(7);

    assertThat(call(NetworkCall.WICED_WIFI_GET_MAC_ADDRESS, mac)).isEqualTo(SUCCESS);

    byte[] octets = NativeMemory.octets(mac, 7);
    assertThat(octets[6]).isEqualTo((byte) 0xEE);
    assertThat("%02X:%02X:%02X:%02X:%02X:%02X".formatted(boxed(octets)))
        .isEqualTo(bench.board().macAddress().toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"wwep.ww101.cypress.com", "wwep.wv101.cypress.com", "198.51.100.3"})
  void aNameResolves(String name) {
    up(STA, EXTERNAL_DHCP);
    Slots slots = bench.slots(bench.string(name), 10_000, STA);

    assertThat(calls.answer(NetworkCall.WICED_HOSTNAME_LOOKUP, slots)).isEqualTo(SUCCESS);

    assertThat(slots.get(0)).isEqualTo(SERVER);
  }

  @Test
  void anUnknownNameIsAnErrorAndBringsNothingBack() {
    up(STA, EXTERNAL_DHCP);
    long name = bench.string("nobody.example");
    Slots slots = bench.slots(name, 1, STA);

    assertThat(calls.answer(NetworkCall.WICED_HOSTNAME_LOOKUP, slots)).isEqualTo(ERROR);

    assertThat(slots.get(0)).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(ints = {STA, P2P})
  void withoutALinkNamesDoNotResolve(int on) {
    assertThat(call(NetworkCall.WICED_HOSTNAME_LOOKUP, bench.string("198.51.100.3"), 1, on))
        .isEqualTo(NOTUP);
  }

  @Test
  void aPingOfABoardThatIsThereTakesItsTime() {
    up(STA, EXTERNAL_DHCP);
    Slots slots = bench.slots(STA, 4, BOARD, 1_000);

    assertThat(calls.answer(NetworkCall.WICED_PING, slots)).isEqualTo(SUCCESS);

    assertThat(slots.get(0)).isBetween(0L, 1_000L);
  }

  @Test
  void nobodyAnswersAPingOfAnAddressThatNobodyHas() {
    up(STA, EXTERNAL_DHCP);

    assertThat(call(NetworkCall.WICED_PING, STA, 4, SERVER, 1)).isEqualTo(TIMEOUT);
  }

  @Test
  void aPingOfAnIpv6AddressIsUnsupported() {
    up(STA, EXTERNAL_DHCP);

    assertThat(call(NetworkCall.WICED_PING, STA, 6, 0, 1)).isEqualTo(UNSUPPORTED);
  }

  @Test
  void aPingWithoutALinkFails() {
    assertThat(call(NetworkCall.WICED_PING, STA, 4, BOARD, 1)).isEqualTo(NOTUP);
  }

  /// What has no arguments that mean anything must not throw: nothing may fly into C.
  @ParameterizedTest
  @EnumSource(
      names = {"WICED_WIFI_GET_MAC_ADDRESS", "WICED_NETWORK_GET_HOSTNAME"},
      mode = EnumSource.Mode.EXCLUDE)
  void slotsOfZerosAreHarmless(NetworkCall call) {
    assertThat(call(call)).isBetween(0L, 10L);
  }

  private long up(int on, int config) {
    return call(NetworkCall.WICED_NETWORK_UP, on, config, 0);
  }

  private long address(NetworkCall question, int on) {
    Slots slots = bench.slots(on);
    assertThat(calls.answer(question, slots)).isEqualTo(SUCCESS);
    return slots.get(0);
  }

  private long call(NetworkCall call, long... arguments) {
    return calls.answer(call, bench.slots(arguments));
  }

  private static Object[] boxed(byte[] octets) {
    Object[] boxed = new Object[6];
    Arrays.setAll(boxed, i -> octets[i]);
    return boxed;
  }
}
