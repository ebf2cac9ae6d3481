package org.wicedsim.hal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wicedsim.hal.BoardDescription.Button;
import org.wicedsim.hal.BoardDescription.Led;
import org.wicedsim.hal.BoardDescription.PacketPools;

/// What good board files mean (SPEC 2.1).
class BoardFileTest {
  private static final Duration TEN_MS = Duration.ofMillis(10);

  /// The shield's buttons are active low, its LEDs active high and dark after boot.
  @Test
  void courseIsTheBoardWithItsShield() throws BoardFileException {
    BoardDescription board = BoardFile.shipped("course");

    assertThat(board.name()).isEqualTo("WW101_2_CYW943907AEVAL1F");
    assertThat(board.buttons())
        .containsExactly(
            new Button(10, Level.LOW, TEN_MS, Duration.ZERO, 0),
            new Button(8, Level.LOW, TEN_MS, Duration.ZERO, 0));
    assertThat(board.leds())
        .containsExactly(new Led(12, Level.HIGH, Level.LOW), new Led(6, Level.HIGH, Level.LOW));
    assertThat(board.tlsProfile()).isEqualTo(TlsProfile.MODERN);
    assertThat(board.dct()).isEqualTo(DctContent.DEFAULT);
    assertThat(board.packetPools()).isEqualTo(new PacketPools(2, 2));
  }

  /// SPEC 2.7: the course board with the pools of the SDK.
  @Test
  void sdkPoolsIsTheCourseBoardWithMorePackets() throws BoardFileException {
    BoardDescription board = BoardFile.shipped("sdk-pools");

    assertThat(board.packetPools()).isEqualTo(new PacketPools(7, 7));
    assertThat(board.withPacketPools(PacketPools.DEFAULT)).isEqualTo(BoardFile.shipped("course"));
  }

  /// Without the shield LEDs are active low, LED 1 shines after boot, and buttons are raw.
  @Test
  void bareIsTheBoardWithoutAShield() throws BoardFileException {
    BoardDescription board = BoardFile.shipped("bare");

    assertThat(board.name()).isEqualTo("CYW943907AEVAL1F");
    assertThat(board.buttons())
        .containsExactly(
            new Button(18, Level.LOW, Duration.ZERO, Duration.ZERO, 0),
            new Button(4, Level.LOW, Duration.ZERO, Duration.ZERO, 0));
    assertThat(board.leds())
        .containsExactly(new Led(16, Level.LOW, Level.LOW), new Led(5, Level.LOW, Level.HIGH));
  }

  @Test
  void bouncingIsTheCourseBoardWithWornButtons() throws BoardFileException {
    BoardDescription board = BoardFile.shipped("bouncing");

    assertThat(board.buttons())
        .containsExactly(
            new Button(10, Level.LOW, TEN_MS, Duration.ofMillis(6), 101),
            new Button(8, Level.LOW, TEN_MS, Duration.ofMillis(6), 102));
    assertThat(board.leds()).isEqualTo(BoardFile.shipped("course").leds());
  }

  /// SPEC 2.6: the client's address, and both spellings of the class server's name.
  @ParameterizedTest
  @ValueSource(strings = {"course", "bare", "bouncing"})
  void everyShippedBoardIsTheCoursesClient(String name) throws BoardFileException {
    BoardDescription board = BoardFile.shipped(name);

    Ipv4Address server = Ipv4Address.parse("198.51.100.3");
    assertThat(board.mac()).hasToString("00:A0:50:0F:AC:2B");
    assertThat(board.network())
        .isEqualTo(
            new BoardDescription.Network(
                Ipv4Address.parse("198.51.100.14"),
                Ipv4Address.parse("255.255.255.0"),
                Ipv4Address.parse("198.51.100.1"),
                Map.of("wwep.wv101.cypress.com", server, "wwep.ww101.cypress.com", server)));
  }

  /// A board file in the folder that `shipped` does not know would never be found.
  @Test
  void everyFileOfTheBoardsFolderShips() throws Exception {
    Path folder = Path.of(BoardFile.class.getResource("/org/wicedsim/boards/course.yaml").toURI());
    List<String> files;
    try (Stream<Path> found = Files.list(folder.getParent())) {
      files = found.map(file -> file.getFileName().toString().replace(".yaml", "")).toList();
    }

    assertThat(files).isNotEmpty().allSatisfy(BoardFile::shipped);
  }

  @Test
  void theDefaultBoardIsTheCoursesBoard() throws BoardFileException {
    assertThat(BoardFile.shipped(BoardFile.DEFAULT)).isEqualTo(BoardFile.shipped("course"));
  }

  @Test
  void aFileSaysOnlyWhatDiffersFromTheUsual() throws BoardFileException {
    BoardDescription board = parse(BoardTexts.SMALLEST);

    assertThat(board.button(1))
        .isEqualTo(new Button(10, Level.LOW, BoardDescription.DEFAULT_DEBOUNCE, Duration.ZERO, 0));
    assertThat(board.led(1)).isEqualTo(new Led(12, Level.HIGH, Level.LOW));
    assertThat(board.network().netmask()).hasToString("255.255.255.0");
    assertThat(board.network().hosts()).isEmpty();
  }

  /// An LED boots dark, whatever its polarity.
  @Test
  void anActiveLowLedBootsAtTheHighLevel() throws BoardFileException {
    BoardDescription board =
        parse(BoardTexts.SMALLEST.replace("{pin: 12, lit: high}", "{pin: 12, lit: low}"));

    assertThat(board.led(1)).isEqualTo(new Led(12, Level.LOW, Level.HIGH));
  }

  @Test
  void everythingThatAFileCanSayIsRead() throws BoardFileException {
    BoardDescription board =
        parse(
            BoardTexts.SMALLEST
                .replace(
                    "{pin: 10}",
                    "{pin: 51, pressed: high, debounce: 1s, bounce: 9999ms, bounce-seed: 7}")
                .replace("{pin: 12, lit: high}", "{pin: 1, lit: high, boot: high}")
                .replace(
                    "network:",
                    "tls-profile: wiced\npacket-pools: {transmit: 64, receive: 1}\nnetwork:")
                .replace(
                    "  gateway:", "  netmask: 255.255.0.0\n  hosts: {A.B: 1.2.3.4}\n  gateway:"));

    assertThat(board.button(1))
        .isEqualTo(new Button(51, Level.HIGH, Duration.ofSeconds(1), Duration.ofMillis(9_999), 7));
    assertThat(board.led(1)).isEqualTo(new Led(1, Level.HIGH, Level.HIGH));
    assertThat(board.tlsProfile()).isEqualTo(TlsProfile.WICED);
    assertThat(board.packetPools()).isEqualTo(new PacketPools(1, 64));
    assertThat(board.network().netmask()).hasToString("255.255.0.0");
    assertThat(board.network().hosts())
        .containsExactly(Map.entry("a.b", Ipv4Address.of(1, 2, 3, 4)));
  }

  /// Files from other editors: a byte order mark, CR LF, block style instead of flow style.
  @Test
  void theWayAFileIsWrittenMakesNoDifference() throws BoardFileException {
    String blockStyle =
        BoardTexts.SMALLEST.replace("{pin: 12, lit: high}", "pin: 12\n    lit: \"high\"");

    assertThat(parse("\uFEFF" + blockStyle.replace("\n", "\r\n")))
        .isEqualTo(parse(BoardTexts.SMALLEST));
  }

  /// SPEC 2.3: each line of a PEM file ends with CR LF in the DCT, as the SDK's build makes it.
  @Test
  void certificateAndKeyLieBesideTheBoardFile(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("c.pem"), BoardTexts.CERTIFICATE);
    Files.writeString(folder.resolve("k.pem"), BoardTexts.PRIVATE_KEY);
    Path file = folder.resolve("board.yaml");
    Files.writeString(
        file, BoardTexts.SMALLEST + "dct: {certificate: c.pem, private-key: k.pem}\n");

    assertThat(BoardFile.read(file).dct().security())
        .isEqualTo(
            new Dct.Security(
                BoardTexts.CERTIFICATE.replace("\n", "\r\n"),
                BoardTexts.PRIVATE_KEY.replace("\n", "\r\n")));
  }

  @Test
  void everythingThatTheDctCanHoldIsRead(@TempDir Path folder) throws Exception {
    Files.write(folder.resolve("app.bin"), new byte[] {0, (byte) 0xFF});
    Path file = folder.resolve("board.yaml");
    Files.writeString(
        file,
        BoardTexts.SMALLEST
            + """
            dct:
              hostname: bench-7
              app-data: app.bin
              wifi:
                stored:
                  - {ssid: room, security: WPA2_AES_PSK, passphrase: passphrase, channel: 6}
                soft-ap: {ssid: soft}
                config-ap: {ssid: config}
                country: DE
            """);

    assertThat(BoardFile.read(file).dct())
        .isEqualTo(
            new DctContent(
                Dct.Security.EMPTY,
                new WifiConfig(
                    List.of(new AccessPoint("room", WifiSecurity.WPA2_AES_PSK, "passphrase", 6)),
                    new AccessPoint("soft", WifiSecurity.OPEN, "", 0),
                    new AccessPoint("config", WifiSecurity.OPEN, "", 0),
                    "DE"),
                "bench-7",
                Octets.of(new byte[] {0, (byte) 0xFF})));
  }

  private static BoardDescription parse(String text) throws BoardFileException {
    return BoardFile.parse("board.yaml", text, Path.of(""));
  }
}
