package org.wicedsim.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wicedsim.hal.AccessPoint;
import org.wicedsim.hal.BoardDescription;
import org.wicedsim.hal.BoardFile;
import org.wicedsim.hal.Dct;
import org.wicedsim.hal.Ipv4Address;
import org.wicedsim.hal.LanDescription;
import org.wicedsim.hal.Octets;
import org.wicedsim.hal.WifiSecurity;
import org.wicedsim.wiced.Endpoint;
import org.wicedsim.wiced.LanAccess;
import org.wicedsim.wiced.VirtualLan;

class SetupJsonTest {
  static final String SECRET = "-----BEGIN PRIVATE KEY-----";

  private static final Endpoint CLASS_SERVER =
      new Endpoint(Ipv4Address.of(198, 51, 100, 3), 27_708);

  static List<String> shippedBoards() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("../../resources/boards"))) {
      return files.map(file -> file.getFileName().toString().replace(".yaml", "")).toList();
    }
  }

  @ParameterizedTest
  @MethodSource("shippedBoards")
  void everyBoardThatShipsIsReadAsItWasWritten(String name) throws Exception {
    BoardDescription board = BoardFile.shipped(name);

    assertThat(SetupJson.read(SetupJson.write(board), BoardDescription.class)).isEqualTo(board);
  }

  @Test
  void aWholeSetupIsReadAsItWasWritten() throws Exception {
    BoardSetup setup = setup(Path.of("/tmp/a folder/ä"));

    BoardSetup read = SetupJson.read(SetupJson.write(setup), BoardSetup.class);

    assertThat(read).usingRecursiveComparison().isEqualTo(setup);
  }

  @Test
  void whatThereIsNotIsReadAsNothing() throws Exception {
    BoardSetup read = SetupJson.read(SetupJson.write(setup(null)), BoardSetup.class);

    assertThat(read.dct()).isNull();
    assertThat(read.resources().application()).isNull();
  }

  // SPEC 2.8: what may end in a log has no key in it.
  @Test
  void aSetupAsTextNamesNoSecret() throws Exception {
    assertThat(setup(Path.of("/x")).toString()).doesNotContain("PRIVATE KEY");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "{}",
        "[]",
        "{\"name\":1}",
        "{\"name\":\"x\",\"mac\":\"secret\"}",
        "{\"name\":\"x\",\"mac\":\"00:A0:50:0F:AC:2B\",\"buttons\":[{\"pin\":99}]}"
      })
  void whatIsNoBoardIsRefusedWithoutBeingShown(String text) {
    assertThatExceptionOfType(ControlException.class)
        .isThrownBy(() -> SetupJson.read(text, BoardDescription.class))
        .returns(ControlException.Kind.MALFORMED, ControlException::kind)
        .withMessageNotContaining("secret");
  }

  static BoardSetup setup(@Nullable Path folder) throws Exception {
    BoardDescription board = BoardFile.shipped(BoardFile.DEFAULT);
    return new BoardSetup(
        board.withDct(board.dct().withSecurity(new Dct.Security("certificate", SECRET))),
        -17,
        new LanAccess(
            VirtualLan.of(51),
            Ipv4Address.of(198, 51, 100, 14),
            Map.of(
                CLASS_SERVER,
                new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 1_234),
                new Endpoint(Ipv4Address.of(198, 51, 100, 4), 1),
                InetSocketAddress.createUnresolved("class.example", 2)),
            new LanDescription(
                Map.of("a.example", Ipv4Address.of(198, 51, 100, 9)),
                List.of(new AccessPoint("Ä", WifiSecurity.WPA2_AES_PSK, "passphrase", 11)))),
        new ResourceFiles(
            folder, Path.of("/installation"), Map.of("key.pem", Octets.of(SECRET + "\n\u00e4"))),
        folder,
        "{\"key\":\"" + SECRET + "\"}");
  }
}
