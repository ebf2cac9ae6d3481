package org.wicedsim.hal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The device configuration table of a board (SPEC 2.3).
abstract class DctContract extends ContractPart {
  private static final byte[] DATA = {1, 2, 3};

  DctContract(BoardBench bench) {
    super(bench);
  }

  @Test
  void aNewBoardHoldsWhatItsDescriptionSays() {
    Dct dct = start().board().dct();

    assertThat(dct.security())
        .isEqualTo(new Dct.Security(BoardTexts.CERTIFICATE, BoardTexts.PRIVATE_KEY));
    assertThat(dct.wifi()).isEqualTo(WifiConfig.DEFAULT);
    assertThat(dct.hostname()).isEqualTo("wiced-sim");
    assertThat(dct.written()).isEmpty();
  }

  @Test
  void applicationDataOfTheDescriptionIsFollowedByZeros() {
    DctContent content =
        new DctContent(Dct.Security.EMPTY, WifiConfig.DEFAULT, "x", Octets.of(DATA));

    Dct dct = start(description().withDct(content)).board().dct();

    assertThat(dct.read(DctSection.APP, 0, 5).toBytes()).containsExactly(1, 2, 3, 0, 0);
  }

  @Test
  void whatIsWrittenIsRead() {
    Dct dct = start().board().dct();

    dct.write(DctSection.APP, 8_189, DATA);

    assertThat(dct.read(DctSection.APP, 8_188, 4).toBytes()).containsExactly(0, 1, 2, 3);
    assertThat(dct.written()).containsExactly(DctSection.APP);
  }

  @Test
  void octetsThatWereHandedOutStayAsTheyAre() {
    Dct dct = start().board().dct();
    Octets before = dct.read(DctSection.APP, 0, 3);

    dct.write(DctSection.APP, 0, DATA);

    assertThat(before.toBytes()).containsExactly(0, 0, 0);
  }

  @Test
  void sectionsAreWrittenAsWhatTheyMean() {
    Dct dct = start().board().dct();
    AccessPoint room = new AccessPoint("room", WifiSecurity.WPA2_AES_PSK, "passphrase", 6);
    WifiConfig wifi = new WifiConfig(List.of(room), room, room, "DE");

    dct.write(new Dct.Security("c", "k"));
    dct.write(wifi, MacAddress.parse("00:A0:50:01:02:03"));

    assertThat(dct.security()).isEqualTo(new Dct.Security("c", "k"));
    assertThat(dct.wifi()).isEqualTo(wifi);
  }

  @Test
  void theSameOctetsAreNoWrite() {
    Dct dct = start().board().dct();

    dct.write(DctSection.APP, 0, new byte[100]);

    assertThat(dct.written()).isEmpty();
  }

  @Test
  void resetOfOneSectionLeavesTheOthers() {
    Dct dct = start().board().dct();
    dct.write(DctSection.APP, 0, new byte[] {1});
    dct.write(DctSection.NETWORK_CONFIG, 0, new byte[] {'x'});

    dct.reset(Set.of(DctSection.APP));

    assertThat(dct.written()).containsExactly(DctSection.NETWORK_CONFIG);
  }

  @Test
  void resetIsTheFactory() {
    Dct dct = start().board().dct();
    dct.write(Dct.Security.EMPTY);
    dct.write(DctSection.APP, 0, DATA);

    dct.reset();

    assertThat(dct.security().certificate()).isEqualTo(BoardTexts.CERTIFICATE);
    assertThat(dct.read(DctSection.APP, 0, 3).toBytes()).containsExactly(0, 0, 0);
    assertThat(dct.written()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"-1, 1", "0, 8193", "8192, 1", "8190, 3", "2147483647, 3"})
  void whatDoesNotLieInTheSectionIsRefused(int offset, int octets) {
    Dct dct = start().board().dct();

    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> dct.read(DctSection.APP, offset, octets));
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> dct.write(DctSection.APP, offset, new byte[octets]));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 8_192})
  void noOctetsCanBeReadAndWrittenAnywhere(int offset) {
    Dct dct = start().board().dct();

    dct.write(DctSection.APP, offset, new byte[0]);

    assertThat(dct.read(DctSection.APP, offset, 0).length()).isZero();
  }

  @ParameterizedTest
  @EnumSource(names = {"INTERNAL", "VERSION", "BT_CONFIG"})
  void aSectionThatTheBoardDoesNotHaveHoldsNothing(DctSection section) {
    Dct dct = start().board().dct();

    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> dct.read(section, 0, 1));
  }

  /// Storage is what outlives the board.
  @Test
  void theNextBoardFindsWhatAnEarlierOneWrote(@TempDir Path folder) {
    BoardDescription description = description();
    Path file = folder.resolve("board.dct");
    Board first = start(description, NO_RESOURCES, Dct.keptIn(file, description, _ -> {})).board();
    first.dct().write(DctSection.APP, 0, DATA);
    first.close();

    Board second = start(description, NO_RESOURCES, Dct.keptIn(file, description, _ -> {})).board();

    assertThat(second.dct().read(DctSection.APP, 0, 3)).isEqualTo(Octets.of(DATA));
  }
}
