package org.wicedsim.wicedc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.wicedsim.hal.AccessPoint;
import org.wicedsim.hal.LanDescription;
import org.wicedsim.hal.WifiSecurity;
import org.wicedsim.wiced.Interface;
import org.wicedsim.wiced.WicedEvent;

/// The course's Wi-Fi and DCT in C (SPEC 2.3, 2.6).
class ChapterFiveIT {
  @RegisterExtension private final CLan lan = new CLan();

  @TempDir private Path folder;

  @Test
  void theNetworkOfTheMakefilesHeaderIsJoined() throws Exception {
    CBoard board = lan.start("chapter5/attach");

    board.awaitLed(1, true);

    assertThat(board.console())
        .containsSubsequence("Joining : course\n", "Successfully joined : course\n");
    assertThat(board.printed()).containsExactly("up: 0");
    assertThat(board.lights(2)).isEmpty();
  }

  // A failing attempt lasts as long as on the board, so this is about the first one alone.
  @Test
  void aNetworkThatIsNotOnTheAirIsNotJoined() throws Exception {
    CBoard board = lan.start(CProgram.of("chapter5/attach").on(onAir(network("other", "?"))));

    board.awaitConsole("Failed to join : course\n");

    board.awaitDiagnostic("join-failed");
    assertThat(board.diagnosed("join-failed"))
        .containsExactly(
            "'course': no access point of this name is on the air: the LAN file names [other]");
    assertThat(board.lights(1)).isEmpty();
  }

  @Test
  void theBoardKnowsWhoItIsOnItsNetwork() throws Exception {
    CBoard board = lan.start("chapter5/print_info");

    assertThat(board.awaitLines(7))
        .containsExactly(
            "netmask 255.255.255.0",
            "gateway 198.51.100.1",
            "IP 198.51.100.14",
            "MAC 00:A0:50:0F:AC:2B",
            "wwep.ww101.cypress.com is 198.51.100.3",
            "nobody.example: 4",
            "ping of myself: 0");
  }

  // Both networks ask for the passphrase that the program has written.
  @Test
  void aNetworkThatIsWrittenToTheDctIsTheNextToBeJoined() throws Exception {
    CBoard board = lan.start("chapter5/switch_network");
    board.awaitConsole("security 4194310\n");

    board.tap(1);
    board.awaitConsole("on first, security 4194310\n");
    board.tap(1);
    board.awaitConsole("on second, security 4194310\n");
    board.awaitLed(1, true);

    assertThat(board.console())
        .containsSubsequence("Joining : first\n", "on first", "Joining : second\n", "on second");
    assertThat(board.all(WicedEvent.NetworkDown.class))
        .containsExactly(
            new WicedEvent.NetworkDown(Interface.STA), new WicedEvent.NetworkDown(Interface.STA));
  }

  @Test
  void whatAProgramHasWrittenSurvivesThatTheBoardIsSwitchedOff() throws Exception {
    CProgram counter = CProgram.of("dct/counter").keptIn(folder.resolve("board.dct"));
    CBoard first = lan.start(counter);
    assertThat(first.awaitLines(1)).containsExactly("start 101, name first board");
    first.switchOff();

    CBoard second = lan.start(counter);

    assertThat(second.awaitLines(1)).containsExactly("start 102, name first board");
  }

  private static LanDescription onAir(AccessPoint... there) {
    return new LanDescription(Map.of(), List.of(there));
  }

  private static AccessPoint network(String name, String passphrase) {
    return new AccessPoint(name, WifiSecurity.WPA2_MIXED_PSK, passphrase, 1);
  }
}
