package org.wicedsim.hal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wicedsim.hal.BoardDescription.Button;
import org.wicedsim.hal.BoardDescription.Network;

class BoardDescriptionTest {
  private static final Dct.Security SECRET =
      new Dct.Security(BoardTexts.CERTIFICATE, BoardTexts.PRIVATE_KEY);

  private final BoardDescription board = parse();

  @Test
  void partsCountFrom1() {
    assertThat(board.button(1).pin()).isEqualTo(10);
    assertThat(board.button(2).pin()).isEqualTo(8);
    assertThat(board.led(1).pin()).isEqualTo(12);
    assertThat(board.led(2).pin()).isEqualTo(6);
  }

  @Test
  void aPartThatIsNotThereIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> board.button(0))
        .withMessage("the board has no button 0: it has button 1 to 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> board.led(3))
        .withMessage("the board has no LED 3: it has LED 1 to 2");
  }

  @Test
  void anotherMacChangesNothingElse() {
    MacAddress other = MacAddress.parse("00:A0:50:00:00:01");

    BoardDescription changed = board.withMac(other);

    assertThat(changed.mac()).isEqualTo(other);
    assertThat(changed.withMac(board.mac())).isEqualTo(board);
  }

  @Test
  void anotherTlsProfileChangesNothingElse() {
    BoardDescription changed = board.withTlsProfile(TlsProfile.WICED);

    assertThat(changed.tlsProfile()).isEqualTo(TlsProfile.WICED);
    assertThat(changed.withTlsProfile(TlsProfile.MODERN)).isEqualTo(board);
  }

  @Test
  void listsAndTablesAreCopied() {
    List<Button> buttons = new ArrayList<>(board.buttons());
    Map<String, Ipv4Address> hosts = new HashMap<>(Map.of("a.b", Ipv4Address.of(1, 2, 3, 4)));
    Network network =
        new Network(
            board.network().address(), board.network().netmask(), board.network().gateway(), hosts);
    BoardDescription copy =
        new BoardDescription(
            "x", board.mac(), buttons, board.leds(), network, SECRET, TlsProfile.MODERN);

    buttons.clear();
    hosts.clear();

    assertThat(copy.buttons()).hasSize(2);
    assertThat(copy.network().hosts()).hasSize(1);
  }

  /// Whoever logs a board must not publish its private key.
  @Test
  void thePrivateKeyIsNotInTheText() {
    BoardDescription secretive =
        new BoardDescription(
            board.name(),
            board.mac(),
            board.buttons(),
            board.leds(),
            board.network(),
            SECRET,
            board.tlsProfile());

    assertThat(secretive.toString())
        .contains(
            board.name(), "privateKey=%d characters".formatted(BoardTexts.PRIVATE_KEY.length()))
        .doesNotContain("c2VjcmV0", "BEGIN");
  }

  @Test
  void theSecuritySectionIsNotInItsOwnText() {
    assertThat(SECRET.toString()).doesNotContain("c2VjcmV0", "BEGIN");
  }

  @Test
  void aTlsProfileIsNamedAsUsersWriteIt() {
    assertThat(TlsProfile.MODERN).hasToString("modern");
    assertThat(TlsProfile.WICED).hasToString("wiced");
  }

  private static BoardDescription parse() {
    try {
      return BoardFile.parse("board.yaml", BoardTexts.SMALLEST, Path.of(""));
    } catch (BoardFileException e) {
      throw new IllegalStateException(e);
    }
  }
}
