package org.wicedsim.hal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wicedsim.hal.BoardDescription.Button;
import org.wicedsim.hal.BoardDescription.Led;
import org.wicedsim.hal.BoardDescription.Network;
import org.wicedsim.hal.BoardDescription.PacketPools;

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
            "x",
            board.mac(),
            buttons,
            board.leds(),
            network,
            board.dct(),
            PacketPools.DEFAULT,
            TlsProfile.MODERN,
            Peripherals.NONE);

    buttons.clear();
    hosts.clear();

    assertThat(copy.buttons()).hasSize(2);
    assertThat(copy.network().hosts()).hasSize(1);
  }

  /// Whoever logs a board must not publish its private key.
  @Test
  void thePrivateKeyIsNotInTheText() {
    BoardDescription secretive = board.withDct(board.dct().withSecurity(SECRET));

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
  void otherPacketPoolsChangeNothingElse() {
    BoardDescription changed = board.withPacketPools(new PacketPools(7, 64));

    assertThat(changed.packetPools()).isEqualTo(new PacketPools(7, 64));
    assertThat(changed.withPacketPools(PacketPools.DEFAULT)).isEqualTo(board);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 65})
  void aPacketPoolHas1To64Packets(int packets) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PacketPools(packets, 2))
        .withMessage("%d receive packets: expected 1 to 64".formatted(packets));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PacketPools(2, packets))
        .withMessage("%d transmit packets: expected 1 to 64".formatted(packets));
  }

  /// A description that is built in code keeps the rules of board files.
  @Test
  void aBoardHasAtLeastTwoOfEach() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> with(board.buttons().subList(0, 1), board.leds()))
        .withMessage("1 buttons: expected at least 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> with(board.buttons(), List.of()))
        .withMessage("0 LEDs: expected at least 2");
  }

  @Test
  void aPinHasOneButtonOrLed() {
    List<Led> leds = List.of(board.led(1), new Led(board.button(2).pin(), Level.LOW, Level.LOW));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> with(board.buttons(), leds))
        .withMessage("pin 8 has two of the board's buttons and LEDs");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 52})
  void aPinIsOneOfTheBoards(int pin) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Led(pin, Level.LOW, Level.LOW))
        .withMessage("pin %d: expected 1 to 51".formatted(pin));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Button(pin, Level.LOW, Duration.ZERO, Duration.ZERO, 0))
        .withMessage("pin %d: expected 1 to 51".formatted(pin));
  }

  @Test
  void aTlsProfileIsNamedAsUsersWriteIt() {
    assertThat(TlsProfile.MODERN).hasToString("modern");
    assertThat(TlsProfile.WICED).hasToString("wiced");
  }

  private BoardDescription with(List<Button> buttons, List<Led> leds) {
    return new BoardDescription(
        board.name(),
        board.mac(),
        buttons,
        leds,
        board.network(),
        board.dct(),
        board.packetPools(),
        board.tlsProfile(),
        board.peripherals());
  }

  private static BoardDescription parse() {
    try {
      return BoardFile.parse("board.yaml", BoardTexts.SMALLEST, Path.of(""));
    } catch (BoardFileException e) {
      throw new IllegalStateException(e);
    }
  }
}
