package org.wicedsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wicedsim.hal.MacAddress;

/// `wiced-sim dct`; each test has a board of its own.
class DctCommandTest {
  private static final String CERTIFICATE =
      "-----BEGIN CERTIFICATE-----\nY2VydA==\n-----END CERTIFICATE-----\n";
  private static final String PRIVATE_KEY =
      "-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----\n";
  private static final int CERTIFICATE_OCTETS = CERTIFICATE.length() + 3;
  private static final int PRIVATE_KEY_OCTETS = PRIVATE_KEY.length() + 3;

  private final MacAddress mac = new MacAddress(new SecureRandom().nextLong(1L << 48));

  @TempDir private Path folder;

  @AfterEach
  void forgetTheBoard() {
    dct("reset", "--yes");
  }

  @Test
  void aNewBoardIsAsFromTheFactory() {
    CommandRun run = dct("show");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("file            none: nothing was written")
        .contains("SECURITY        as from the factory")
        .contains("  certificate   not set")
        .contains("  stored 1      wiced-sim, WPA2_MIXED_PSK, passphrase set, 9 octets");
  }

  /// SPEC 2.3: each line gets CR LF, so that there is more than in the file; SPEC 2.8: nothing of a
  /// key is printed.
  @Test
  void certificateAndKeyAreSetAndNeverShown() throws IOException {
    CommandRun set =
        dct("set", "--certificate", file(CERTIFICATE), "--private-key", file(PRIVATE_KEY));

    CommandRun show = dct("show");

    assertThat(set.exitCode()).as(set.err()).isZero();
    assertThat(show.out())
        .contains("SECURITY        written")
        .contains("  certificate   set, %d octets".formatted(CERTIFICATE_OCTETS))
        .contains("  private key   set, %d octets".formatted(PRIVATE_KEY_OCTETS));
    assertThat(set.out() + set.err() + show.out() + json()).doesNotContain("c2VjcmV0", "BEGIN");
  }

  @Test
  void aSecondCertificateIsRefusedAndNamesTheOtherWays() throws IOException {
    dct("set", "--certificate", file(CERTIFICATE));

    CommandRun run = dct("set", "--certificate", file(CERTIFICATE.replace("Y2", "Z2")));

    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT_FILE.code());
    assertThat(run.err())
        .startsWith("wiced-sim dct set: the DCT has one certificate slot, and it is taken")
        .contains("resources/", "character array", "replace");
  }

  @Test
  void aSecondPrivateKeyIsRefused() throws IOException {
    dct("set", "--private-key", file(PRIVATE_KEY));

    CommandRun run = dct("set", "--private-key", file(PRIVATE_KEY));

    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT_FILE.code());
    assertThat(run.err()).contains("one private key slot, and it is taken");
  }

  @Test
  void aChainIsRefusedUnlessItIsToReplace() throws IOException {
    CommandRun refused = dct("set", "--certificate", file(CERTIFICATE + CERTIFICATE));

    CommandRun taken = dct("set", "--replace", "--certificate", file(CERTIFICATE + CERTIFICATE));

    assertThat(refused.exitCode()).isEqualTo(ExitCode.BAD_INPUT_FILE.code());
    assertThat(refused.err()).contains("holds 2, and the DCT has one slot", "resources/");
    assertThat(taken.exitCode()).as(taken.err()).isZero();
    assertThat(json().get("certificateOctets").getAsInt()).isEqualTo(2 * CERTIFICATE_OCTETS);
  }

  @Test
  void whatIsTooLargeNamesSizeAndLimit() throws IOException {
    CommandRun run = dct("set", "--certificate", file(CERTIFICATE + "x".repeat(4_096)));

    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT_FILE.code());
    assertThat(run.err())
        .contains("has %d octets".formatted(CERTIFICATE_OCTETS + 4_098), "slot takes 4095");
  }

  /// A board is never left half provisioned.
  @Test
  void nothingIsWrittenUnlessAllCanBe() throws IOException {
    CommandRun run = dct("set", "--certificate", file(CERTIFICATE), "--private-key", "no-such.pem");

    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT_FILE.code());
    assertThat(run.err()).contains("no-such.pem", "does not exist");
    assertThat(json().getAsJsonArray("written")).isEmpty();
  }

  @Test
  void aWifiNetworkIsSetWithItsPassphraseFromAFile() throws IOException {
    CommandRun run =
        dct("set", "--wifi-ssid", "class", "--wifi-passphrase-file", file("geheimnis\n"));

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("  stored 1      class, WPA2_MIXED_PSK, passphrase set, 9 octets")
        .doesNotContain("geheimnis");
  }

  @Test
  void withoutASsidTheRestStaysAsItIs() {
    CommandRun run = dct("set", "--wifi-security", "wpa2-aes-psk");

    assertThat(run.out())
        .as(run.err())
        .contains("  stored 1      wiced-sim, WPA2_AES_PSK, passphrase set, 9 octets");
  }

  @Test
  void aNetworkWithoutAPassphraseIsOpen() {
    CommandRun run = dct("set", "--wifi-ssid", "guests");

    assertThat(run.out()).as(run.err()).contains("guests, OPEN, passphrase not set");
  }

  @Test
  void wpaWithoutAPassphraseIsRefused() {
    CommandRun run = dct("set", "--wifi-ssid", "class", "--wifi-security", "WPA2_AES_PSK");

    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE.code());
    assertThat(run.err()).contains("8 to 64 octets", "--wifi-passphrase-file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x"})
  void aSsidHas1To32Octets(String letter) {
    CommandRun run = dct("set", "--wifi-ssid", letter.repeat(33));

    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE.code());
    assertThat(run.err()).contains("32");
  }

  @Test
  void anUnknownSecurityIsAWrongCommandLine() {
    CommandRun run = dct("set", "--wifi-security", "WPA2_AES");

    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE.code());
    assertThat(run.err()).contains("'WPA2_AES': expected 'WPA2_AES_PSK'?");
  }

  @Test
  void applicationDataIsSetFromAFile() throws IOException {
    CommandRun run = dct("set", "--app-data", file("settings"));

    assertThat(run.out()).as(run.err()).contains("  data          set, 8 octets");
  }

  @Test
  void applicationDataThatIsTooLargeIsRefused() throws IOException {
    CommandRun run = dct("set", "--app-data", file("x".repeat(8_193)));

    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT_FILE.code());
    assertThat(run.err()).contains("the application's section has 8192 octets");
  }

  @Test
  void settingNothingIsAWrongCommandLine() {
    CommandRun run = dct("set");

    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE.code());
    assertThat(run.err()).contains("nothing to set", "--certificate", "--app-data");
  }

  @Test
  void resetForgetsWhatWasSet() throws IOException {
    dct("set", "--app-data", file("settings"));

    CommandRun run = dct("reset", "--yes");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(json().getAsJsonArray("written")).isEmpty();
  }

  @Test
  void withoutATerminalResetWantsToBeTold() throws IOException {
    dct("set", "--app-data", file("settings"));

    CommandRun run = dct("reset");

    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE.code());
    assertThat(run.err()).contains("[APP]", "--yes");
    assertThat(json().getAsJsonArray("written")).hasSize(1);
  }

  @Test
  void eachBoardHasADctOfItsOwn() throws IOException {
    dct("set", "--app-data", file("settings"));

    CommandRun run = CommandRun.of("dct", "show", "--mac", mac.plus(1).toString());

    assertThat(run.out()).contains("none: nothing was written");
  }

  @Test
  void aDamagedFileIsPutAsideAndSaidSo() throws IOException {
    Path file = BoardStorage.file(mac);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "damaged");

    CommandRun run = dct("show");

    Path aside = file.resolveSibling(file.getFileName() + ".aside-1");
    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).contains("wiced-sim: " + file).contains(aside.getFileName().toString());
    assertThat(aside).hasContent("damaged");
  }

  /// What is set reaches the board that runs.
  @Test
  void aRunFindsTheBoardsFile() throws IOException {
    dct("set", "--app-data", file("settings"));
    Files.writeString(BoardStorage.file(mac), "damaged");
    Path script = Files.writeString(folder.resolve("quit.script"), "quit\n");

    CommandRun run =
        CommandRun.of(
            "run", "--lan", "free", "--mac", mac.toString(), "--script", script.toString());

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err()).contains(BoardStorage.file(mac) + " is no DCT file");
  }

  @Test
  void theBareCommandListsItsCommands() {
    CommandRun run = CommandRun.of("dct");

    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE.code());
    assertThat(run.err()).contains("show", "set", "reset");
  }

  private JsonObject json() {
    return JsonParser.parseString(dct("show", "--json").out()).getAsJsonObject();
  }

  private CommandRun dct(String command, String... options) {
    List<String> begin = List.of("dct", command, "--mac", mac.toString());
    return CommandRun.of(
        Stream.concat(begin.stream(), Arrays.stream(options)).toArray(String[]::new));
  }

  private String file(String text) throws IOException {
    return Files.writeString(Files.createTempFile(folder, "input", ".txt"), text).toString();
  }
}
