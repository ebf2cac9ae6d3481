package org.wicedsim.hal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is said of bad board files: where, what stands there, what was expected.
class BoardFileErrorsTest {
  @TempDir Path folder;

  @ParameterizedTest(name = "{0} instead of {1}: {2}")
  @MethodSource
  void aMistakeIsNamedWithItsPlace(String written, String correct, String message) {
    assertThat(BoardTexts.SMALLEST).containsOnlyOnce(correct);

    assertRefused(BoardTexts.SMALLEST.replace(correct, written), message);
  }

  static Stream<Arguments> aMistakeIsNamedWithItsPlace() {
    return Stream.of(
        // Keys.
        arguments("", "name: Test board\n", "1:1: 'name' is missing"),
        arguments("", "mac: 00:A0:50:0F:AC:2B\n", "1:1: 'mac' is missing"),
        arguments("{debounce: 10ms}", "{pin: 10}", "4:5: 'pin' is missing"),
        arguments("{pin: 12}", "{pin: 12, lit: high}", "7:5: 'lit' is missing"),
        arguments("", "  address: 198.51.100.14\n", "10:3: 'address' is missing"),
        arguments("", "  gateway: 198.51.100.1\n", "10:3: 'gateway' is missing"),
        arguments("button:", "buttons:", "3:1: unknown key 'button': expected 'buttons'?"),
        arguments(
            "{pin: 10, presed: low}",
            "{pin: 10}",
            "4:15: unknown key 'presed': expected 'pressed'?"),
        arguments(
            "  ssid: x\n  gateway:",
            "  gateway:",
            "11:3: unknown key 'ssid': expected one of address, netmask, gateway, hosts"),
        arguments("name: x\nmac:", "mac:", "2:1: 'name' stands here a second time"),
        arguments("{pin: 10, pin: 9}", "{pin: 10}", "4:15: 'pin' stands here a second time"),
        // Types.
        arguments("[a, b]", "Test board", "1:7: name: expected one value, not a list or a mapping"),
        arguments(
            "{pin: [10]}", "{pin: 10}", "4:11: pin: expected one value, not a list or a mapping"),
        arguments("10", "{pin: 10}", "4:5: an entry of buttons: expected 'key: value' pairs"),
        // Pins.
        arguments("{pin: 0}", "{pin: 10}", "4:11: pin: '0': expected a pin from 1 to 51"),
        arguments("{pin: 52}", "{pin: 10}", "4:11: pin: '52': expected a pin from 1 to 51"),
        arguments("{pin: -1}", "{pin: 10}", "4:11: pin: '-1': expected a pin from 1 to 51"),
        arguments("{pin: 1.0}", "{pin: 10}", "4:11: pin: '1.0': expected a pin from 1 to 51"),
        arguments("{pin: ten}", "{pin: 10}", "4:11: pin: 'ten': expected a pin from 1 to 51"),
        arguments(
            "{pin: 8}\n  - {pin: 9}",
            "{pin: 10}",
            "6:11: pin: pin 8 has another button or LED already"),
        arguments(
            "pin: 8, lit", "pin: 6, lit", "8:11: pin: pin 8 has another button or LED already"),
        arguments("", "  - {pin: 8}\n", "4:3: buttons: expected a list of at least 2 entries"),
        arguments(
            "", "  - {pin: 6, lit: high}\n", "7:3: leds: expected a list of at least 2 entries"),
        arguments(
            "{pin: 12, lit: on}", "{pin: 12, lit: high}", "7:20: lit: 'on': expected low or high"),
        // Values.
        arguments(
            "''", "Test board", "1:7: name: expected the platform's name, in printable characters"),
        arguments(
            "\"\\e[2J\"",
            "Test board",
            "1:7: name: expected the platform's name, in printable characters"),
        arguments(
            "00:A0:50:0F:AC",
            "00:A0:50:0F:AC:2B",
            "2:6: mac: '00:A0:50:0F:AC' is not a MAC address: expected six octets such as"
                + " 00:A0:50:0F:AC:2B"),
        arguments(
            "198.51.100.256",
            "198.51.100.14",
            "10:12: address: '198.51.100.256' is not an IPv4 address: expected four octets such as"
                + " 198.51.100.14"),
        arguments(
            "  netmask: 255.0.255.0\n  gateway:",
            "  gateway:",
            "11:12: netmask: '255.0.255.0' is not a netmask: expected ones, then zeros, such as"
                + " 255.255.255.0"),
        arguments(
            "  hosts: {wwep: server}\n  gateway:",
            "  gateway:",
            "11:17: wwep: 'server' is not an IPv4 address: expected four octets such as"
                + " 198.51.100.14"),
        arguments(
            "  hosts: {a.b: 1.2.3.4, A.B: 1.2.3.5}\n  gateway:",
            "  gateway:",
            "11:30: A.B: has an address already: capitals make no difference"),
        arguments(
            "{pin: 10, debounce: 10}",
            "{pin: 10}",
            "4:25: debounce: '10': expected a time up to 10 seconds such as 10ms or 1s"),
        arguments(
            "{pin: 10, bounce: 10001ms}",
            "{pin: 10}",
            "4:23: bounce: '10001ms': expected a time up to 10 seconds such as 10ms or 1s"),
        arguments(
            "{pin: 10, debounce: -1ms}",
            "{pin: 10}",
            "4:25: debounce: '-1ms': expected a time up to 10 seconds such as 10ms or 1s"),
        arguments(
            "{pin: 10, bounce-seed: 1e3}",
            "{pin: 10}",
            "4:28: bounce-seed: '1e3': expected a whole number of up to 18 digits"),
        arguments(
            "tls-profile: old\nnetwork:",
            "network:",
            "9:14: tls-profile: 'old': expected modern or wiced"),
        arguments(
            "packet-pools: {receive: 0}\nnetwork:",
            "network:",
            "9:25: receive: '0': expected 1 to 64 packets"),
        arguments(
            "packet-pools: {transmit: 65}\nnetwork:",
            "network:",
            "9:26: transmit: '65': expected 1 to 64 packets"),
        arguments(
            "dct: {hostname: %s}\nnetwork:".formatted("h".repeat(33)),
            "network:",
            "9:17: hostname: '%s' has 33 octets: expected at most 32".formatted("h".repeat(33))),
        arguments(
            "dct: {app-data: none.bin}\nnetwork:",
            "network:",
            "9:17: app-data: 'none.bin' does not exist: expected a file"),
        arguments(
            "dct: {wifi: {stored: [%s]}}\nnetwork:".formatted("{ssid: x},".repeat(6)),
            "network:",
            "9:22: stored: expected a list of at most 5 entries"),
        arguments(
            "dct: {wifi: {country: de}}\nnetwork:",
            "network:",
            "9:23: country: 'de': expected two capital letters such as US"),
        arguments("dct: x\nnetwork:", "network:", "9:6: dct: expected 'key: value' pairs"));
  }

  /// What the YAML engine says is its own business; the place is ours.
  @ParameterizedTest(name = "{0} instead of {1}: {2}")
  @MethodSource
  void whatIsNotYamlIsNamedWithItsPlace(String written, String correct, String message) {
    assertThat(BoardTexts.SMALLEST).containsOnlyOnce(correct);

    assertThatExceptionOfType(BoardFileException.class)
        .isThrownBy(() -> parse(BoardTexts.SMALLEST.replace(correct, written)))
        .withMessageStartingWith("board.yaml:" + message);
  }

  static Stream<Arguments> whatIsNotYamlIsNamedWithItsPlace() {
    return Stream.of(
        arguments("\t- {pin: 10}", "  - {pin: 10}", "4:1: not YAML: while scanning"),
        arguments("{pin: 10", "{pin: 10}", "5:5: not YAML: while parsing a flow mapping, "),
        arguments("\"Test board", "Test board", "12:1: not YAML: while scanning a quoted scalar, "),
        arguments("Test\0board", "Test board", "1:11: not YAML: the character U+0000 "),
        arguments("# \uD83D\uDE00\uD83D", "Test board", "1:10: not YAML: the character U+D83D "),
        arguments("\"\\UFFFFFFFF\"", "Test board", "1:5: not YAML behind this place: "),
        arguments("*nobody", "Test board", "1:7: not YAML: found undefined alias nobody"),
        arguments("b: c\n---\nnetwork:", "network:", "10:1: not YAML: expected a single document"),
        arguments("[".repeat(16) + "]".repeat(16), "Test board", "1:22: nested too deep"),
        arguments("[".repeat(30_000), "Test board", "1:22: nested too deep"),
        arguments("{a: ".repeat(10_000), "Test board", "1:67: nested too deep"),
        arguments("  - ".repeat(10_000), "  - {pin: 10}", "4:63: nested too deep"));
  }

  /// An anchor may hold itself; nothing may follow it round and round.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "buttons: &a [*a, *a]",
        "buttons: &a\n - &b {pin: *b}\n - *b",
        "network: &n {address: *n}",
        "&r {network: *r}",
        "&a {*a : b}",
        "a: &a [x, x]\nb: &b [*a, *a, *a]\nc: [*b, *b, *b]",
      })
  void anchorsLeadNowhere(String text) {
    assertThatExceptionOfType(BoardFileException.class)
        .isThrownBy(() -> parse(text))
        .withMessageMatching("board\\.yaml:\\d+:\\d+: .+");
  }

  @Test
  void aliasesAreLimited() {
    String aliases = "x: &x low\ny: [" + "*x, ".repeat(YamlText.MAX_ALIASES + 1) + "]";

    assertRefused(aliases, "2:205: too many aliases: expected at most 50");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "# only a comment\n"})
  void anEmptyFileIsNoBoard(String text) {
    assertRefused(text, "1:1: the file is empty: expected a board");
  }

  @ParameterizedTest
  @ValueSource(strings = {"board", "- a\n- b", "~"})
  void somethingElseThanPairsIsNoBoard(String text) {
    assertRefused(text, "1:1: a board: expected 'key: value' pairs");
  }

  @Test
  void aMissingFileIsSaidToBeMissing() {
    Path file = folder.resolve("none.yaml");

    assertThatExceptionOfType(BoardFileException.class)
        .isThrownBy(() -> BoardFile.read(file))
        .withMessage(file + ": does not exist: expected a board file");
  }

  @Test
  void aFolderIsNoBoardFile() {
    assertThatExceptionOfType(BoardFileException.class)
        .isThrownBy(() -> BoardFile.read(folder))
        .withMessage(folder + ": is a folder: expected a board file");
  }

  @Test
  void aPathThroughAFileIsNoBoardFile() throws IOException {
    Path file = write("board.yaml", BoardTexts.SMALLEST).resolve("board.yaml");

    assertThatExceptionOfType(BoardFileException.class)
        .isThrownBy(() -> BoardFile.read(file))
        .withMessageStartingWith(file + ": cannot be read: ");
  }

  @Test
  void aFileInAnotherEncodingIsNotText() throws IOException {
    Path file = folder.resolve("latin1.yaml");
    Files.writeString(file, "name: Bürotür\n", StandardCharsets.ISO_8859_1);

    assertThatExceptionOfType(BoardFileException.class)
        .isThrownBy(() -> BoardFile.read(file))
        .withMessage(file + ": is not UTF-8 text: expected a board file");
  }

  @Test
  void aFileAtTheLimitIsRead() throws Exception {
    String padding = "#".repeat(TextFile.MAX_OCTETS - BoardTexts.SMALLEST.length());

    assertThat(BoardFile.read(write("board.yaml", BoardTexts.SMALLEST + padding)).name())
        .isEqualTo("Test board");
  }

  @Test
  void aFileBehindTheLimitIsRefused() throws IOException {
    String padding = "#".repeat(TextFile.MAX_OCTETS - BoardTexts.SMALLEST.length() + 1);
    Path file = write("board.yaml", BoardTexts.SMALLEST + padding);

    assertThatExceptionOfType(BoardFileException.class)
        .isThrownBy(() -> BoardFile.read(file))
        .withMessage(file + ": is larger than 65536 octets: expected a board file");
  }

  @Test
  void aTextBehindTheLimitIsRefused() {
    String padding = "#".repeat(TextFile.MAX_OCTETS);

    assertThatExceptionOfType(BoardFileException.class)
        .isThrownBy(() -> parse(BoardTexts.SMALLEST + padding))
        .withMessage("board.yaml: is larger than a board file can be");
  }

  @Test
  void aMistypedShippedBoardIsGuessed() {
    assertThatExceptionOfType(BoardFileException.class)
        .isThrownBy(() -> BoardFile.shipped("coarse"))
        .withMessage("coarse: no board of this name ships with the simulator: expected 'course'?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nothing-like-it", "../boards/course"})
  void anUnknownShippedBoardGetsTheList(String name) {
    assertThatExceptionOfType(BoardFileException.class)
        .isThrownBy(() -> BoardFile.shipped(name))
        .withMessageEndingWith("expected one of course, bare, bouncing, sdk-pools");
  }

  private void assertRefused(String text, String message) {
    assertThatExceptionOfType(BoardFileException.class)
        .isThrownBy(() -> parse(text))
        .withMessage("board.yaml:" + message);
  }

  private BoardDescription parse(String text) throws BoardFileException {
    return BoardFile.parse("board.yaml", text, folder);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
